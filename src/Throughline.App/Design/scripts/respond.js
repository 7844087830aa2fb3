// What the public's form does beyond the form itself: it hides what is not asked, saves what was typed, and says nothing else.
const form = document.querySelector("form");

function conditions() {
  for (const question of form.querySelectorAll("[data-if]")) {
    const wanted = question.dataset.is.split(" ");
    const given = [...form.querySelectorAll(`[name="${CSS.escape(question.dataset.if)}"]:checked`)].map(input => input.value);
    question.hidden = !given.some(value => wanted.includes(value));
  }
}

// A shared tablet keeps nothing between two people, and a trial nothing at all: nothing is saved before it is sent.
const keepsNothing = document.body.hasAttribute("data-kiosk") || document.body.hasAttribute("data-trial");
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
