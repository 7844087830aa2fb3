// The public's forms without a connection: the form opens all the same, and what was sent waits here, on the device, until it can go.
const kept = "forms";
const noGateway = [502, 504];

self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", event => event.waitUntil(self.clients.claim()));
// Where it fails, the browser asks again later.
self.addEventListener("sync", event => event.waitUntil(sendAll().then(isDone => isDone || Promise.reject(new Error("No connection.")))));
self.addEventListener("message", event => event.waitUntil(hear(event)));
self.addEventListener("fetch", event => {
  const { request } = event;
  if (request.mode === "navigate") {
    event.respondWith(request.method === "POST" ? post(request) : open(request));
  } else if (request.method === "GET" && new URL(request.url).pathname.startsWith("/assets/")) {
    event.respondWith(caches.match(request).then(found => found ?? fetch(request)));
  }
});

async function hear({ data, ports }) {
  if (data.keep) {
    await keep(data.keep);
  }
  if (data.drop) {
    await rows("waiting", "readwrite", store => store.delete(data.drop));
  }
  if (data.send) {
    await sendAll();
  }
  const waiting = await rows("waiting", "readonly", store => store.getAll());
  const sent = data.goOn && waiting.length === 0 ? await rows("sent", "readonly", store => store.get(data.goOn)) : null;
  ports[0]?.postMessage({ waiting, sent: sent?.url });
}

// Without cookies: the form that nobody has written on.
async function keep({ path, languages, files }) {
  const cache = await caches.open(kept);
  await Promise.all(files.map(async file => (await cache.match(file)) ?? cache.add(file)));
  for (const language of languages) {
    for (const page of ["whole", "kept"]) {
      const address = `${path}/${page}?l=${language}`;
      const reply = await fetch(address, { credentials: "omit" });
      if (reply.ok) {
        await cache.put(address, reply);
      }
    }
  }
}

// Null where the server is out of reach, also where something between answers for it.
async function ask(request) {
  try {
    const reply = await fetch(request);
    return noGateway.includes(reply.status) ? null : reply;
  } catch {
    return null;
  }
}

async function open(request) {
  const { pathname, searchParams } = new URL(request.url);
  const [, , code, page] = pathname.split("/");
  const reply = await ask(request);
  if (page !== "kept") {
    // Whoever is on another page of the form has gone on.
    await rows("sent", "readwrite", store => store.delete(`/f/${code}`));
  }
  if (reply) {
    return reply;
  }
  const wanted = `/f/${code}/${page === "kept" ? "kept" : "whole"}`;
  const found = (await caches.match(`${wanted}?l=${searchParams.get("l")}`)) ?? (await caches.match(wanted, { ignoreSearch: true }));
  if (!found) {
    return Response.error();
  }
  // Each person has a form of their own, so that no answer replaces another's.
  const text = (await found.text()).replace(/name="a" value="[^"]*"/, `name="a" value="${secret()}"`);
  const headers = new Headers(found.headers);
  headers.delete("Content-Encoding");
  headers.delete("Content-Length");
  return new Response(text, { headers });
}

function secret() {
  const letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
  return [...crypto.getRandomValues(new Uint8Array(22))].map(byte => letters[byte % 64]).join("");
}

async function post(request) {
  const body = await request.clone().text();
  const fields = new URLSearchParams(body);
  const { pathname } = new URL(request.url);
  // The same page of the same form, sent again, waits once.
  const key = [pathname, fields.get("a"), fields.get("s")].join(" ");
  const reply = await ask(request);
  if (reply) {
    if (reply.ok || reply.type === "opaqueredirect") {
      await rows("waiting", "readwrite", store => store.delete(key));
    }
    return reply;
  }
  await rows("waiting", "readwrite", store => store.put({ key, path: pathname, body, at: Date.now() }));
  self.registration.sync?.register("send").catch(() => {});
  return Response.redirect(`${pathname}/kept?l=${fields.get("l")}`, 303);
}

// In the order in which they were written. What the server does not take stays, with the reason, until a person has seen it. Whoever waits
// for their own form finds where it went on, whoever of page and browser sent it. False where there is still no connection.
async function sendAll() {
  const all = await rows("waiting", "readonly", store => store.getAll());
  for (const item of all.filter(item => item.problem !== "look").sort((one, other) => one.at - other.at)) {
    const reply = await ask(
      new Request(item.path, {
        method: "POST",
        headers: { "Content-Type": "application/x-www-form-urlencoded" },
        body: item.body,
      }),
    );
    if (!reply || reply.status === 429 || reply.status >= 500) {
      return false;
    }
    if (reply.ok) {
      await rows("sent", "readwrite", store => store.put({ path: item.path, url: reply.url }));
      await rows("waiting", "readwrite", store => store.delete(item.key));
    } else {
      const problem = reply.status === 422 ? "look" : "closed";
      await rows("waiting", "readwrite", store => store.put({ ...item, problem }));
    }
  }
  return true;
}

function rows(name, mode, use) {
  return new Promise((done, fail) => {
    const opening = indexedDB.open("forms", 1);
    opening.onupgradeneeded = () => {
      opening.result.createObjectStore("waiting", { keyPath: "key" });
      opening.result.createObjectStore("sent", { keyPath: "path" });
    };
    opening.onerror = () => fail(opening.error);
    opening.onsuccess = () => {
      const work = opening.result.transaction(name, mode);
      const asked = use(work.objectStore(name));
      work.oncomplete = () => {
        opening.result.close();
        done(asked.result);
      };
      work.onabort = () => fail(work.error);
    };
  });
}
