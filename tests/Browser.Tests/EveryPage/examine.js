// Runs in the page, after axe: everything that can be asked of the page as it stands, at one width. Answers a list of sentences.
window.examinePage = async ({ language, direction, phone, rules }) => {
  const faults = [];
  const root = document.documentElement;
  const visible = element => element.checkVisibility({ visibilityProperty: true });
  const nameOf = element => {
    const own = element.id ? `#${element.id}` : [...element.classList].map(name => `.${name}`).join("");
    return `${element.tagName.toLowerCase()}${own} “${(element.getAttribute("aria-label") ?? element.textContent).trim().replace(/\s+/g, " ").slice(0, 40)}”`;
  };
  const settled = () => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)));

  await document.fonts.ready;
  await settled();

  if (root.lang !== language || root.dir !== direction) {
    faults.push(`the page says lang ${root.lang}, dir ${root.dir}`);
  }
  const heads = [...document.querySelectorAll("h1")].filter(visible);
  if (heads.length !== 1) {
    faults.push(`has ${heads.length} h1: ${heads.map(nameOf).join(", ")}`);
  }
  if (document.title.trim() === "" || document.title.trim().startsWith("·")) {
    faults.push("has no title");
  }

  // Whatever is wider than the screen must scroll by itself, and be reached and named where it does.
  const isInScroll = element => {
    const region = element.closest("[role=region]");
    return region !== null && region !== element && getComputedStyle(region).overflowX !== "visible";
  };
  const tooWide = when => {
    if (root.scrollWidth <= innerWidth) {
      return;
    }
    const wide = [...document.body.querySelectorAll("*")].filter(element => {
      const box = element.getBoundingClientRect();
      // Its words may be wider than its box.
      return box.width > 0 && (Math.max(box.right, box.left + element.scrollWidth) > innerWidth + 0.5 || box.left < -0.5) && !isInScroll(element) && !element.closest(".tl-hide, .tl-skip");
    });
    faults.push(`is ${root.scrollWidth} px wide ${when}: ${wide.slice(-3).map(nameOf).join(", ")}`);
  };
  tooWide("");
  if (phone) {
    // WCAG 1.4.12: a reader's own spacing; and the page as it mirrors in a language that runs from right to left.
    const spacing = new CSSStyleSheet();
    spacing.replaceSync("* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-block-end: 2em !important }");
    document.adoptedStyleSheets = [spacing];
    tooWide("with more space between letters");
    document.adoptedStyleSheets = [];
    root.dir = direction === "ltr" ? "rtl" : "ltr";
    tooWide("mirrored");
    root.dir = direction;
  }
  for (const element of document.body.querySelectorAll("*")) {
    const style = getComputedStyle(element);
    if (element.scrollWidth > element.clientWidth + 1 && element.clientWidth > 1 && visible(element) && !element.matches("textarea, input, select")) {
      if (style.overflowX === "auto" || style.overflowX === "scroll") {
        const named = element.hasAttribute("aria-label") || element.hasAttribute("aria-labelledby");
        if (element.tabIndex < 0 || !named || element.getAttribute("role") !== "region") {
          faults.push(`scrolls sideways without being a named region of its own: ${nameOf(element)}`);
        }
      } else if ((style.overflowX === "hidden" || style.overflowX === "clip") && style.textOverflow !== "ellipsis" && !element.closest(".tl-hide")) {
        faults.push(`cuts text off: ${nameOf(element)}`);
      }
    }
  }

  // One of each kind of control: where the keyboard is must be seen.
  const looks = element =>
    JSON.stringify(
      [element, ...(element.labels ?? [])].flatMap(part =>
        [null, "::before", "::after"].map(pseudo => {
          const style = getComputedStyle(part, pseudo);
          const outline = style.outlineStyle === "none" ? 0 : style.outlineWidth + style.outlineColor;
          return [outline, style.boxShadow, style.backgroundColor, style.clipPath];
        }),
      ),
    );
  const kinds = new Set();
  const before = document.activeElement;
  for (const element of document.querySelectorAll("a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex='0']")) {
    const kind = `${element.tagName} ${element.type ?? ""} ${element.className} in ${element.parentElement.className}`;
    if (kinds.has(kind) || element.disabled || !visible(element)) {
      continue;
    }
    kinds.add(kind);
    document.activeElement.blur();
    const plain = looks(element);
    element.focus({ preventScroll: true });
    if (document.activeElement !== element) {
      faults.push(`cannot be reached by keyboard: ${nameOf(element)}`);
    } else if (looks(element) === plain) {
      faults.push(`does not show that it has the focus: ${nameOf(element)}`);
    }
  }
  document.activeElement.blur();
  before?.focus?.({ preventScroll: true });

  const result = await axe.run(document, { ...rules, resultTypes: ["violations", "incomplete"], preload: false, iframes: false });
  const flat = results =>
    results.flatMap(rule =>
      rule.nodes.map(node => ({
        rule: rule.id,
        target: node.target.join(" "),
        html: node.html.slice(0, 160),
        why: [...node.any, ...node.all, ...node.none].map(check => check.message).join(" "),
      })),
    );

  // Axe leaves contrast undecided beside drawings, drawn lines and the edges of a scrolling region. Here every word stands on plain
  // ground, so that it can be measured (WCAG 1.4.3, by the stricter of its two limits).
  const measured = finding => finding.rule === "color-contrast" && contrastOf(document.querySelector(finding.target)) !== null;
  const undecided = flat(result.incomplete);
  for (const finding of undecided.filter(measured)) {
    const contrast = contrastOf(document.querySelector(finding.target));
    if (contrast < 4.5) {
      faults.push(`is too faint, ${contrast.toFixed(2)} to 1: ${finding.target} ${finding.html}`);
    }
  }
  return { title: document.title, faults, violations: flat(result.violations), undecided: undecided.filter(finding => !measured(finding)) };
};

const lightOf = color => {
  const [red, green, blue] = color.match(/[\d.]+/g).map(part => part / 255).map(part => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
};

// Of an element's words against the nearest ground; null where the ground is not one plain color.
const contrastOf = element => {
  let ground = element;
  while (ground && getComputedStyle(ground).backgroundColor === "rgba(0, 0, 0, 0)" && getComputedStyle(ground).backgroundImage === "none") {
    ground = ground.parentElement;
  }
  const color = ground && getComputedStyle(ground).backgroundColor;
  if (!color?.startsWith("rgb(")) {
    return null;
  }
  const words = getComputedStyle(element);
  const [one, other] = [lightOf(element instanceof SVGElement ? words.fill : words.color), lightOf(color)];
  return (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
};

// The ways in which the forms of a page can be made to refuse: nothing typed in, or a version that is no longer the stored one.
// Forms with the same fields are the same form.
const everyForm = () => [...document.querySelectorAll("main form")].filter(form => form.method === "post");
const typed = form => form.querySelectorAll("textarea, input:is([type=text], [type=email], [type=date])");
const version = form => form.querySelector("input[type=hidden][name$=Version]");

window.waysToRefuse = () =>
  everyForm().flatMap((form, index) => {
    const names = [...new Set([...form.elements].map(field => field.name).filter(name => name && !name.startsWith("__")))].sort();
    const leadsTo = form.hasAttribute("action") ? form.action.replace(/.*\//, "") : "";
    return [typed(form).length > 0 ? "empty" : null, version(form) ? "stale" : null]
      .filter(way => way !== null)
      .map(way => ({ index, way, kind: `${way} ${leadsTo} ${names.join(" ")}` }));
  });

window.sendToBeRefused = ({ index, way }) => {
  const form = everyForm()[index];
  if (way === "empty") {
    typed(form).forEach(field => (field.value = ""));
  } else {
    version(form).value = "999";
  }
  const button = form.querySelector("button:not([type=button])");
  if (button?.name) {
    const chosen = Object.assign(document.createElement("input"), { type: "hidden", name: button.name, value: button.value });
    form.append(chosen);
  }
  if (button?.hasAttribute("formaction")) {
    form.action = button.formAction;
  }
  document.documentElement.dataset.sent = "";
  HTMLFormElement.prototype.submit.call(form);
};
