// What the public's form does beyond the form itself: it hides what is not asked, saves what was typed, and lets what was sent without
// a connection wait on the device.
const form = document.querySelector("form[method=post]");
const body = document.body;

// A form of one page for when there is no connection: nobody is there to send it back, so the browser itself asks for what is missing.
const isWhole = body.hasAttribute("data-whole");

function conditions() {
  for (const question of form.querySelectorAll("[data-if]")) {
    const wanted = question.dataset.is.split(" ");
    const given = [...form.querySelectorAll(`[name="${CSS.escape(question.dataset.if)}"]:checked`)].map(input => input.value);
    question.hidden = !given.some(value => wanted.includes(value));
  }
  if (isWhole) {
    needed();
  }
}

function needed() {
  for (const question of form.querySelectorAll("[data-needed]")) {
    const fields = [...question.querySelectorAll("input:not([type=checkbox], [data-other]), textarea, select")];
    const boxes = [...question.querySelectorAll("input[type=checkbox]")];
    for (const field of fields) {
      field.required = !question.closest("[hidden]");
    }
    if (boxes.length > 0) {
      boxes[0].required = !question.closest("[hidden]") && !boxes.some(box => box.checked);
    }
  }
}

// A shared tablet keeps nothing between two people, and a trial nothing at all: nothing is saved before it is sent.
const keepsNothing = body.hasAttribute("data-kiosk") || body.hasAttribute("data-trial") || isWhole;
let timer = 0;
let isLeaving = false;

async function save() {
  const fields = new URLSearchParams(new FormData(form));
  fields.set("go", "save");
  try {
    await fetch(form.action, { method: "POST", body: fields, keepalive: true });
  } catch {
    // Without a connection the page itself still has everything; the next letter tries again.
  }
}

if (form) {
  conditions();
  form.addEventListener("change", conditions);
  form.addEventListener("submit", () => { isLeaving = true; clearTimeout(timer); });
  if (!keepsNothing) {
    form.addEventListener("input", () => {
      clearTimeout(timer);
      timer = setTimeout(() => isLeaving || save(), 1500);
    });
  }
  document.querySelector(".problems")?.focus();
}

// The worker holds what waits; this page shows it.
const path = body.dataset.path;
const bar = document.querySelector(".waits");
const list = document.querySelector("[data-waiting]");
const again = 15_000;

function tell(message) {
  return new Promise(done => {
    const channel = new MessageChannel();
    channel.port1.onmessage = event => done(event.data);
    navigator.serviceWorker.controller?.postMessage(message, [channel.port2]);
  });
}

// Whoever waits for their own form goes on with it; a shared tablet stays for the next person.
const goOn = list && !body.hasAttribute("data-kiosk") ? path : null;

async function send() {
  show(await tell({ send: true, goOn }));
}

function show({ waiting, sent }) {
  const here = waiting.filter(item => item.path === path);
  bar.hidden = waiting.length === 0;
  bar.querySelector("b").textContent = waiting.length;
  if (!list) {
    return;
  }
  document.querySelector("[data-all-sent]").hidden = waiting.length > 0;
  document.querySelector("[data-still]").hidden = waiting.length === 0;
  list.replaceChildren(...here.filter(item => item.problem).map(row));
  if (sent) {
    location.replace(sent.includes("/r/") ? sent : path);
  }
}

function row(item) {
  const line = document.createElement("li");
  line.append(list.dataset[item.problem], " ");
  if (item.problem === "look") {
    line.append(button(list.dataset.open, () => openAgain(item)), " ");
  }
  line.append(button(list.dataset.drop, async () => show(await tell({ drop: item.key, goOn }))));
  return line;
}

function button(text, press) {
  const made = document.createElement("button");
  made.type = "button";
  made.textContent = text;
  made.addEventListener("click", press);
  return made;
}

// The server shows it with what is missing; from there it is sent as any other, and waits no more once it has arrived.
function openAgain(item) {
  const copy = document.createElement("form");
  copy.method = "post";
  copy.action = item.path;
  for (const [name, value] of new URLSearchParams(item.body)) {
    const field = document.createElement("input");
    field.type = "hidden";
    field.name = name;
    field.value = value;
    copy.append(field);
  }
  body.append(copy);
  copy.submit();
}

async function listen() {
  const policy = window.trustedTypes?.createPolicy("throughline", { createScriptURL: url => url });
  const worker = "asset:worker.js";
  await navigator.serviceWorker.register(policy ? policy.createScriptURL(worker) : worker, { scope: "/f/" });
  await navigator.serviceWorker.ready;
  if (!navigator.serviceWorker.controller) {
    await new Promise(done => navigator.serviceWorker.addEventListener("controllerchange", done, { once: true }));
  }
  show(await tell({ goOn }));
  window.addEventListener("online", send);
  if (bar.hidden) {
    const own = document.documentElement.lang;
    const others = body.hasAttribute("data-kiosk") ? (body.dataset.languages ?? "").split(" ").filter(tag => tag && tag !== own) : [];
    const files = [...document.querySelectorAll("link[href^='/assets/'], script[src^='/assets/']")].map(part => part.getAttribute("href") ?? part.getAttribute("src"));
    await tell({ keep: { path, languages: [own, ...others], files } });
  } else {
    await send();
  }
  setInterval(() => bar.hidden || send(), again);
  document.querySelector("[data-send]")?.addEventListener("click", send);
}

if (bar && "serviceWorker" in navigator) {
  listen();
}
