// Follows the reader of a document, and adds a button that cites what is selected in it. Without this script the steps
// lead from page to page, and words can be pasted into a field to be cited.
"use strict";

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

  // The letters of a word that a selection begins, or ends, within: those before it, and those behind it.
  const cutOff = ({ startContainer: first, startOffset: from, endContainer: last, endOffset: to }) => [
    first.data && /^[\p{L}\p{N}]/u.test(first.data.slice(from)) ? /[\p{L}\p{N}]*$/u.exec(first.data.slice(Math.max(from - 40, 0), from))[0] : "",
    last.data && /[\p{L}\p{N}]$/u.test(last.data.slice(0, to)) ? /^[\p{L}\p{N}]*/u.exec(last.data.slice(to, to + 40))[0] : "",
  ];

  const offer = () => {
    const selection = getSelection();
    const words = selection.toString().replaceAll("\t", "; ").trim();
    const range = selection.rangeCount ? selection.getRangeAt(0) : null;
    const isOurs = range && words && words.length <= choose.quote.maxLength && text.contains(range.commonAncestorContainer);
    if (isOurs) {
      const [before, behind] = cutOff(range);
      const near = startOf(range);
      chosen = { words: before + words + behind, near: near === null ? null : near - [...before].length };
    }
    const isTyping = document.activeElement.matches("input, textarea"); // as on the way of a press of Tab to the button
    if (isOurs || !(isTyping || button.matches(":focus"))) button.hidden = !isOurs;
  };
  document.addEventListener("selectionchange", offer);
  offer(); // what was selected before this script was there
  button.addEventListener("mousedown", (event) => event.preventDefault()); // which would end the selection
  button.addEventListener("click", () => {
    choose.quote.value = chosen.words;
    choose.near.disabled = chosen.near === null;
    choose.near.value = chosen.near ?? "";
    choose.requestSubmit();
  });
}
