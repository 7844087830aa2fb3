import { createHash } from "node:crypto";
import { mkdir, readFile, readdir, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import * as sass from "sass";
import subsetFont from "subset-font";

const here = dirname(fileURLToPath(import.meta.url));
const out = process.argv[2] ?? join(here, "../wwwroot/assets");
const fontSource = join(here, "node_modules/@fontsource-variable");

const range = (from, to) => Array.from({ length: to - from + 1 }, (_, i) => from + i);
const punctuation = [...range(0x2010, 0x2015), ...range(0x2018, 0x201e), 0x2020, 0x2022, 0x2026, 0x202f, 0x2032, 0x2033, 0x20ac, 0x2122];
const symbols = [...range(0x2190, 0x2193), 0x2212, 0x2248, 0x2260, 0x2264, 0x2265];
const latin = [...range(0x20, 0x7e), ...range(0xa0, 0xff), 0x131, 0x152, 0x153, ...punctuation, ...symbols];
const latinExtended = [...range(0x100, 0x17f), ...range(0x18f, 0x192), ...range(0x1a0, 0x1b0), ...range(0x1cd, 0x1dc), ...range(0x218, 0x21b)];

const newsreader = { wght: { min: 400, max: 600 }, opsz: { min: 20, max: 44 } };
const atkinson = { wght: { min: 400, max: 700 } };
const fonts = [
  ["newsreader", "newsreader/files/newsreader-latin-standard-normal.woff2", latin, newsreader],
  ["newsreader-extended", "newsreader/files/newsreader-latin-ext-standard-normal.woff2", latinExtended, newsreader],
  ["atkinson", "atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-wght-normal.woff2", latin, atkinson],
  ["atkinson-extended", "atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-ext-wght-normal.woff2", latinExtended, atkinson],
];

const manifest = {};

async function emit(logical, content) {
  const hash = createHash("sha256").update(content).digest("hex").slice(0, 10);
  const dot = logical.lastIndexOf(".");
  const name = `${logical.slice(0, dot)}.${hash}${logical.slice(dot)}`;
  await writeFile(join(out, name), content);
  manifest[logical] = `/assets/${name}`;
}

await mkdir(out, { recursive: true });
for (const stale of await readdir(out)) {
  await rm(join(out, stale), { recursive: true });
}

for (const [name, path, characters, variationAxes] of fonts) {
  const source = await readFile(join(fontSource, path));
  const text = String.fromCodePoint(...characters);
  await emit(`${name}.woff2`, await subsetFont(source, text, { targetFormat: "woff2", variationAxes, noLayoutClosure: true }));
}

// The public's pages have a sheet of their own: they are read on slow lines.
for (const sheet of ["throughline", "respond"]) {
  const compiled = sass.compile(join(here, `styles/${sheet}.scss`), {
    style: "compressed",
    loadPaths: [join(here, "node_modules")],
    quietDeps: true,
  });
  const css = compiled.css.replace(/asset:([a-z0-9.-]+)/g, (_, logical) => {
    if (!manifest[logical]) {
      throw new Error(`The style sheet asks for ${logical}, which the build does not make.`);
    }
    return manifest[logical].slice("/assets/".length);
  });
  await emit(`${sheet}.css`, css);
}

await emit("mark.svg", await readFile(join(here, "mark.svg"), "utf8"));

// Indentation and whole-line comments are for us; browsers do without. The worker comes before the script that asks for it.
for (const name of ["throughline", "worker", "respond"]) {
  const script = await readFile(join(here, `scripts/${name}.js`), "utf8");
  const lean = script.replace(/^\s*\/\/.*\n/gm, "").replace(/^\s+/gm, "");
  await emit(`${name}.js`, lean.replace(/asset:([a-z0-9.-]+)/g, (_, logical) => manifest[logical]));
}

await writeFile(join(out, "assets.json"), `${JSON.stringify(manifest, null, 2)}\n`);
