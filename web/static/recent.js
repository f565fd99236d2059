// Keeps the last questions in this browser and offers them on the first page. Nothing is sent anywhere.
"use strict";
{
  const KEY = "recent-questions";
  const MOST = 30; // a morning's work
  const SHOWN = 8; // the others are folded
  const isOne = (one) => one && typeof one.question === "string" && typeof one.address === "string"
    && one.address.startsWith("/?");

  const read = () => {
    try {
      const kept = JSON.parse(localStorage.getItem(KEY));
      return Array.isArray(kept) ? kept.filter(isOne).slice(0, MOST) : [];
    } catch {
      return []; // nothing is kept, or this browser keeps nothing
    }
  };
  const keep = (questions) => {
    try {
      localStorage.setItem(KEY, JSON.stringify(questions));
    } catch {
      // this browser keeps nothing
    }
  };

  const asked = document.querySelector("[data-question]");
  if (asked) {
    const { question, address } = asked.dataset;
    keep([{ question, address }, ...read().filter((one) => one.question !== question)].slice(0, MOST));
  }

  const place = document.querySelector("[data-recent]");
  const item = ({ question, address }) => {
    const link = document.createElement("a");
    link.href = address;
    link.dir = "auto";
    link.textContent = question;
    const button = document.createElement("button");
    button.type = "button";
    button.className = "forget";
    button.textContent = "×";
    button.setAttribute("aria-label", `Forget “${question}”`);
    button.addEventListener("click", () => {
      const at = [...place.querySelectorAll(".forget")].indexOf(button);
      keep(read().filter((one) => one.question !== question));
      show();
      const left = place.querySelectorAll(".forget");
      (left[Math.min(at, left.length - 1)] || document.getElementById("field-q")).focus();
    });
    const line = document.createElement("li");
    line.append(link, " ", button);
    return line;
  };
  const show = () => {
    const questions = read().map(item);
    const earlier = place.querySelector("details");
    place.querySelector("ul").replaceChildren(...questions.slice(0, SHOWN));
    earlier.querySelector("ul").replaceChildren(...questions.slice(SHOWN));
    earlier.hidden = questions.length <= SHOWN;
    place.hidden = !questions.length;
  };
  if (place) {
    place.querySelector(".all").addEventListener("click", () => {
      keep([]);
      show();
      document.getElementById("field-q").focus();
    });
    show();
  }
}
