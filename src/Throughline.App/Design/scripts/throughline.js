// Everything works without this file; it only spares people a wait, a lost sentence or a trip to the mouse.
const header = "RequestVerificationToken";
const live = document.createElement("div");
live.className = "tl-hide";
live.setAttribute("role", "status");
document.body.append(live);

function announce(text) {
  live.textContent = "";
  setTimeout(() => (live.textContent = text), 60);
}

// A place on the page by which the same element is found again after <main> was replaced.
function placeOf(element) {
  if (element?.id) {
    return `#${CSS.escape(element.id)}`;
  }
  return element?.name ? `[name="${CSS.escape(element.name)}"]${element.value && element.type !== "text" ? `[value="${CSS.escape(element.value)}"]` : ""}` : null;
}

// The page's policy allows markup from one source only: the answers of this server, which escapes what people write.
const trusted = window.trustedTypes?.createPolicy("throughline", { createHTML: (html) => html });

function replaceMain(html, url, push) {
  const page = new DOMParser().parseFromString(trusted ? trusted.createHTML(html) : html, "text/html");
  const fresh = page.querySelector("main");
  if (!fresh) {
    location.assign(url);
    return;
  }
  const nowhere = document.activeElement === document.body;
  const place = placeOf(document.activeElement);
  const caret = document.activeElement?.selectionStart;
  const [left, top] = [scrollX, scrollY];
  const moved = new URL(url, location.href).pathname !== location.pathname;
  document.title = page.title;
  document.querySelector("main").replaceWith(fresh);
  if (push) {
    history[moved ? "pushState" : "replaceState"](null, "", url);
  }
  const wanted = fresh.querySelector("[autofocus]") ?? (moved ? null : place && fresh.querySelector(place)) ?? fresh;
  if (moved || !nowhere || wanted !== fresh) {
    wanted.focus({ preventScroll: !moved && !wanted.hasAttribute("autofocus") });
  }
  if (caret != null && wanted.setSelectionRange && wanted.type !== "date") {
    try {
      wanted.setSelectionRange(caret, caret);
    } catch {}
  }
  if (!moved && !wanted.hasAttribute("autofocus")) {
    scrollTo(left, top);
  } else if (moved) {
    scrollTo(0, 0);
  }
  const said = fresh.querySelector("[role=alert], [role=status], [data-announce]");
  announce(said ? said.textContent.trim().replace(/\s+/g, " ") : page.title);
  prepare(fresh);
}

async function send(form, submitter, extra = {}) {
  const data = new FormData(form, submitter);
  const get = (submitter?.formMethod || form.method) === "get";
  const url = new URL(submitter?.hasAttribute("formaction") ? submitter.formAction : form.action, location.href);
  if (get) {
    url.search = new URLSearchParams([...data].filter(([, value]) => value !== "")).toString();
  }
  return fetch(url, {
    method: get ? "get" : "post",
    body: get ? undefined : form.enctype === "multipart/form-data" ? data : new URLSearchParams(data),
    headers: { Accept: "text/html", ...extra },
  });
}

async function enhance(form, submitter) {
  document.documentElement.classList.add("tl-busy");
  try {
    const answer = await send(form, submitter);
    if (!(answer.headers.get("content-type") ?? "").includes("html")) {
      throw new Error("not a page");
    }
    settle(form);
    replaceMain(await answer.text(), answer.url, answer.ok);
  } catch {
    // The browser's own way still works, and shows its own words where it does not.
    unsaved.delete(form);
    submitter ? form.requestSubmit.call(plain(form), submitter) : plain(form).submit();
  } finally {
    document.documentElement.classList.remove("tl-busy");
  }
}

function plain(form) {
  delete form.dataset.enhance;
  return form;
}

// Unsaved words, autosave and the draft that outlives a lost connection.
const unsaved = new Set();
const timers = new WeakMap();
const draftKey = form => `draft ${location.pathname} ${form.id || form.getAttribute("action") || ""}`;

function settle(form) {
  unsaved.delete(form);
  clearTimeout(timers.get(form));
  try {
    localStorage.removeItem(draftKey(form));
  } catch {}
}

function status(form, state, text) {
  const line = form.querySelector("[data-save-status]") ?? document.querySelector(`[data-save-status="${form.id}"]`);
  if (line) {
    line.dataset.state = state;
    line.textContent = text ?? "";
  }
}

function keepDraft(form) {
  const kept = [...new FormData(form)].filter(([name, value]) => typeof value === "string" && !name.startsWith("__"));
  try {
    localStorage.setItem(draftKey(form), JSON.stringify(kept));
  } catch {}
}

async function autosave(form) {
  const line = form.querySelector("[data-save-status]")?.dataset ?? {};
  status(form, "saving", line.saving);
  const before = JSON.stringify([...new FormData(form)].map(String));
  try {
    const answer = await send(form, null, { "X-Autosave": "1" });
    if (answer.status === 409) {
      keepDraft(form);
      unsaved.delete(form);
      replaceMain(await answer.text(), location.href, false);
      return;
    }
    if (!answer.ok || (answer.redirected && !answer.url.startsWith(location.origin + location.pathname))) {
      throw new Error("not saved");
    }
    const said = (answer.headers.get("content-type") ?? "").startsWith("text/plain") ? await answer.text() : line.saved;
    const version = answer.headers.get("X-Version");
    const field = form.querySelector("[data-version]");
    if (version && field) {
      field.value = version;
    }
    if (before === JSON.stringify([...new FormData(form)].map(String)) || version) {
      settle(form);
    }
    status(form, "saved", said);
  } catch {
    keepDraft(form);
    status(form, "failed", line.failed);
    announce(line.failed ?? "");
  }
}

function restoreDraft(form) {
  let kept;
  try {
    kept = JSON.parse(localStorage.getItem(draftKey(form)));
  } catch {}
  if (!kept) {
    return;
  }
  let differs = false;
  for (const [name, value] of kept) {
    const field = form.elements[name];
    if (field instanceof HTMLTextAreaElement || (field instanceof HTMLInputElement && field.type === "text")) {
      differs ||= field.value !== value;
      field.value = value;
    }
  }
  if (differs) {
    unsaved.add(form);
    status(form, "restored", form.querySelector("[data-save-status]")?.dataset.restored);
  } else {
    settle(form);
  }
}

document.addEventListener("input", event => {
  const form = event.target.form;
  if (!form || form.method === "get") {
    return;
  }
  if (form.matches("[data-autosave], [data-guard]")) {
    unsaved.add(form);
  }
  if (form.matches("[data-autosave]")) {
    clearTimeout(timers.get(form));
    timers.set(form, setTimeout(() => autosave(form), 900));
  }
});

addEventListener("beforeunload", event => {
  if (unsaved.size > 0) {
    event.preventDefault();
  }
});

document.addEventListener("submit", event => {
  const { target: form, submitter } = event;
  if (submitter?.dataset.passkey) {
    event.preventDefault();
    passkey(submitter);
    return;
  }
  if (form.matches("[data-enhance]") && form.target !== "_blank" && submitter?.formMethod !== "dialog") {
    event.preventDefault();
    enhance(form, submitter);
    return;
  }
  settle(form);
});

document.addEventListener("change", event => {
  const { form } = event.target;
  if (form?.method === "get" && form.matches("[data-enhance]") && event.target.type !== "search") {
    form.requestSubmit();
  }
});

addEventListener("popstate", () => location.reload());

// Keys: never while someone writes.
document.addEventListener("keydown", event => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest("input, textarea, select, [contenteditable], dialog")) {
    return;
  }
  const dialog = document.querySelector("dialog[data-shortcuts]");
  const search = document.querySelector("[type=search]");
  if (event.key === "?" && dialog) {
    event.preventDefault();
    dialog.showModal();
  } else if (event.key === "/" && search) {
    event.preventDefault();
    search.focus();
  }
});

// Passkeys: options from the server, the browser's own dialog, the answer in a hidden field of the form.
const bytes = text => Uint8Array.from(atob(text.replace(/-/g, "+").replace(/_/g, "/")), letter => letter.charCodeAt(0));
const text = buffer => btoa(String.fromCharCode(...new Uint8Array(buffer))).replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");

function decode(options) {
  const list = names => (names ?? []).map(item => ({ ...item, id: bytes(item.id) }));
  return {
    ...options,
    challenge: bytes(options.challenge),
    ...(options.user && { user: { ...options.user, id: bytes(options.user.id) } }),
    excludeCredentials: list(options.excludeCredentials),
    allowCredentials: list(options.allowCredentials),
  };
}

function encode(credential) {
  if (credential.toJSON) {
    return credential.toJSON();
  }
  const { response } = credential;
  const named = ["clientDataJSON", "attestationObject", "authenticatorData", "signature", "userHandle"].filter(name => response[name]);
  return {
    id: credential.id,
    rawId: text(credential.rawId),
    type: credential.type,
    clientExtensionResults: credential.getClientExtensionResults(),
    response: { ...Object.fromEntries(named.map(name => [name, text(response[name])])), transports: response.getTransports?.() },
  };
}

async function passkey(button) {
  const { form, dataset } = button;
  const token = form.querySelector("[name=__RequestVerificationToken]")?.value ?? "";
  try {
    const answer = await fetch(dataset.optionsUrl, { method: "post", headers: { [header]: token, Accept: "application/json" }, body: new URLSearchParams(new FormData(form)) });
    if (!answer.ok) {
      throw new Error("no options");
    }
    const publicKey = decode(await answer.json());
    const credential = await navigator.credentials[dataset.passkey === "register" ? "create" : "get"]({ publicKey });
    form.querySelector("[data-credential]").value = JSON.stringify(encode(credential));
    unsaved.delete(form);
    form.submit();
  } catch (problem) {
    const said = problem.name === "NotAllowedError" || problem.name === "AbortError" ? dataset.stopped : dataset.failed;
    status(form, "failed", said);
    announce(said ?? "");
  }
}

// What needs script says so by being hidden until here.
function prepare(scope) {
  for (const element of scope.querySelectorAll("[data-needs-script][hidden]")) {
    element.hidden = element.matches("[data-passkey]") && !window.PublicKeyCredential;
  }
  for (const form of scope.querySelectorAll("form[data-autosave]")) {
    restoreDraft(form);
  }
  for (const button of scope.querySelectorAll("[data-print]")) {
    button.addEventListener("click", () => print());
  }
}

prepare(document);
