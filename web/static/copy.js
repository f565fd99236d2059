// Adds buttons that copy a citation. Without this script the parts of a citation can be selected by hand.
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
  const place = ".actions, .cited-here > p";
  let beside = cite.previousElementSibling; // as far as the citation before, whose place is its own
  while (beside && !beside.matches(`${place}, .cite`)) beside = beside.previousElementSibling;
  if (beside?.matches(place)) beside.append(...row.childNodes);
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
  for (const field of document.querySelectorAll('.votes [name="back"]')) {
    const said = new URLSearchParams(field.value);
    said.delete("item");
    for (const tick of ticks) said.append("item", tick);
    field.value = said;
  }
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
