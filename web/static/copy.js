// Adds a Copy button to each citation. Without this script the citation can be selected by hand.
"use strict";

const copyByHand = (line) => {
  const range = document.createRange();
  range.selectNodeContents(line);
  const selection = window.getSelection();
  selection.removeAllRanges();
  selection.addRange(range);
  return document.execCommand("copy");
};

const copy = async (line) => {
  try {
    await navigator.clipboard.writeText(line.textContent.trim());
    return true;
  } catch {
    return copyByHand(line); // The clipboard is closed to pages that came over plain HTTP.
  }
};

for (const line of document.querySelectorAll("[data-copy]")) {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "quiet";
  button.textContent = "Copy";
  const said = document.createElement("span");
  said.setAttribute("role", "status");
  button.addEventListener("click", async () => {
    said.textContent = (await copy(line)) ? "Copied." : "Please copy the selected words yourself.";
  });
  const row = document.createElement("p");
  row.className = "copy";
  row.append(button, " ", said);
  line.after(row);
}

// Says in a document's head which of its pages is in view.
const pages = document.querySelector("[data-pages]");
const starts = document.querySelectorAll(".page-start[id]");
if (pages && starts.length > 1) {
  const whole = pages.textContent;
  const count = (whole.match(/of (\d+)/) || whole.match(/(\d+)/))[1];
  const head = document.querySelector(".head");
  const tell = () => {
    const line = head.getBoundingClientRect().bottom + 80;
    const above = [...starts].filter((start) => start.getBoundingClientRect().top < line).pop();
    pages.textContent = above ? `Page ${above.id.slice(5)} of ${count}` : whole;
  };
  let due = false;
  addEventListener("scroll", () => {
    if (!due) {
      due = true;
      requestAnimationFrame(() => { due = false; tell(); });
    }
  }, { passive: true });
}
