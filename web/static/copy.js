// Adds buttons that copy a citation, and one that cites what is selected in a document. Without this script the parts
// of a citation can be selected by hand, and words be pasted into a field to be cited.
"use strict";

const textOf = (part) => part.href || part.value;

const copyByHand = (part) => {
  const field = document.createElement("textarea");
  field.value = textOf(part);
  part.after(field);
  field.select();
  const done = document.execCommand("copy");
  field.remove();
  return done;
};

const copy = async (part) => {
  try {
    await navigator.clipboard.writeText(textOf(part));
    return true;
  } catch {
    return copyByHand(part); // The clipboard is closed to pages that came over plain HTTP.
  }
};

const copyRow = (part, words) => {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "quiet";
  button.textContent = words;
  const said = document.createElement("span");
  said.setAttribute("role", "status");
  button.addEventListener("click", async () => {
    said.textContent = (await copy(part)) ? "Copied." : "Please copy the selected words yourself.";
    if (!said.textContent.startsWith("Copied") && part.select) part.select();
  });
  const row = document.createElement("p");
  row.className = "copy";
  row.append(button, " ", said);
  return row;
};

for (const cite of document.querySelectorAll("details.cite")) {
  const parts = cite.querySelectorAll("[data-copy]");
  for (const part of [...parts].slice(1)) {
    const around = part.closest("label") || part.parentElement;
    const name = part.href ? "permanent link" : around.firstChild.textContent.trim().toLowerCase();
    around.after(copyRow(part, `Copy ${name}`));
  }
  const row = copyRow(parts[0], "Copy quote and reference");
  let beside = cite.previousElementSibling;
  while (beside && !beside.matches(".actions, .cited-here > p")) beside = beside.previousElementSibling;
  if (beside) beside.append(...row.childNodes);
  else cite.before(row);
}

for (const field of document.querySelectorAll("textarea[readonly]")) {
  field.addEventListener("focus", () => field.select());
}

// Links and forms keep what is ticked for an evidence pack, for their own question or as that of one before.
const pack = document.getElementById("pack");
const keep = () => {
  const all = new URLSearchParams(new FormData(pack));
  const ticks = all.getAll("item");
  const change = (links, how) => {
    for (const link of document.querySelectorAll(links)) {
      const to = new URL(link.getAttribute("href"), location); // one in a drawing has no other
      if (!/^\/($|documents\/)/.test(to.pathname)) continue;
      how(to.searchParams);
      link.setAttribute("href", to.pathname + to.search + to.hash);
    }
  };
  change('.results a[href^="/"], .pieces a', (said) => {
    said.delete("item");
    for (const tick of ticks) said.append("item", tick);
  });
  const before = all.get("kept");
  all.delete("kept");
  const kept = [before, ticks.length && `${all}`].filter(Boolean).join("&");
  for (const field of document.querySelectorAll('.ask [name="kept"]')) {
    field.value = kept;
    field.disabled = !kept;
  }
  change(".understood > p:not(.pieces) a", (said) => {
    if (kept) said.set("kept", kept);
    else said.delete("kept");
  });
};
if (pack) {
  document.addEventListener("change", ({ target }) => target.matches(".tick input") && keep());
  addEventListener("pageshow", keep); // what was ticked before one went elsewhere and came back
}

// Says that the answer to a form is on its way, until the page is left.
for (const form of document.querySelectorAll('form[role="search"], form.other, .verify form')) {
  form.addEventListener("submit", () => {
    const said = document.createElement("p");
    said.className = "busy";
    said.setAttribute("role", "status");
    form.insertAdjacentElement("afterend", said); // form.after is a field of it
    said.textContent = "Looking in the documents …";
    form.setAttribute("aria-busy", "true");
  });
}
addEventListener("pageshow", () => { // a page that one comes back to waits for nothing
  for (const said of document.querySelectorAll(".busy")) said.remove();
  for (const form of document.querySelectorAll("[aria-busy]")) form.removeAttribute("aria-busy");
});

// Says in a document's head which of its pages is in view.
const pages = document.querySelector("[data-pages]");
const starts = document.querySelectorAll(".page-start[id]");
if (pages && starts.length > 1) {
  const whole = pages.textContent;
  const count = (whole.match(/of (\d+)/) || whole.match(/(\d+)/))[1];
  const head = document.querySelector(".head");
  const printed = document.querySelector(".printed");
  const beside = matchMedia("(min-width: 75rem)");
  const aboveOf = (line) => [...starts].filter((start) => start.getBoundingClientRect().top < line).pop();
  const tell = () => {
    const above = aboveOf(head.getBoundingClientRect().bottom + 140);
    pages.textContent = above ? `Page ${above.id.slice(5)} of ${count}` : whole;
  };

  // The picture beside the text is that of the page in view, or of the marked words while they are.
  const follow = () => {
    const marked = document.querySelector("#match, #cited")?.getBoundingClientRect();
    const isInView = marked && marked.top > 0 && marked.top < innerHeight;
    const page = aboveOf(isInView ? marked.top + 1 : innerHeight / 2)?.id.slice(5);
    const picture = printed.querySelector("img");
    const address = new URL(picture.src);
    if (!page || !beside.matches || address.searchParams.get("page") === page) return;
    address.searchParams.set("page", page);
    picture.src = picture.parentElement.href = address;
    picture.alt = `Page ${page} of the original file`;
    for (const at of printed.querySelectorAll(".at")) at.textContent = `Page ${page} of ${count}`;
    for (const link of printed.querySelectorAll("[rel]")) {
      const to = Math.min(Math.max(Number(page) + (link.rel === "next" ? 1 : -1), 1), count);
      link.href = link.href.replace(/page=\d+#page-\d+/, `page=${to}#page-${to}`);
    }
  };
  let due = false;
  let later = 0;
  addEventListener("scroll", () => {
    clearTimeout(later);
    if (printed) later = setTimeout(follow, 250);
    if (!due) {
      due = true;
      requestAnimationFrame(() => { due = false; tell(); });
    }
  }, { passive: true });
}

// Cites what is selected: the field for words to be cited is filled, with where they start, and sent.
const text = document.getElementById("text");
const choose = document.querySelector(".choose form");
if (text && choose) {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "quiet";
  button.textContent = "Cite selection";
  button.hidden = true;
  document.querySelector(".head .ways").append(button);
  let chosen = null;

  const startOf = (range) => {
    const at = range.startContainer.parentElement?.closest("[data-at]");
    if (!at) return null;
    const before = document.createRange();
    before.setStart(at, 0);
    before.setEnd(range.startContainer, range.startOffset);
    const copy = before.cloneContents();
    copy.querySelectorAll(".page-start").forEach((start) => start.remove());
    const cells = Math.max(copy.querySelectorAll("td, th").length - 1, 0); // " | " stands between two
    return Number(at.dataset.at) + [...copy.textContent].length + 3 * cells;
  };

  document.addEventListener("selectionchange", () => {
    const selection = getSelection();
    const words = selection.toString().replaceAll("\t", "; ").trim();
    const range = selection.rangeCount ? selection.getRangeAt(0) : null;
    const isOurs = range && words && words.length <= choose.quote.maxLength && text.contains(range.commonAncestorContainer);
    chosen = isOurs ? { words, near: startOf(range) } : chosen;
    if (!button.matches(":focus")) button.hidden = !isOurs;
  });
  button.addEventListener("mousedown", (event) => event.preventDefault()); // which would end the selection
  button.addEventListener("click", () => {
    choose.quote.value = chosen.words;
    choose.near.disabled = chosen.near === null;
    choose.near.value = chosen.near ?? "";
    choose.requestSubmit();
  });
}
