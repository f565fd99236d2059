// Keeps the last questions in this browser and offers them on the first page. Nothing is sent anywhere.
"use strict";
{
  const KEY = "recent-questions";
  const MOST = 8;
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
  const questions = read();
  if (place && questions.length) {
    const list = place.querySelector("ul");
    for (const { question, address } of questions) {
      const link = document.createElement("a");
      link.href = address;
      link.dir = "auto";
      link.textContent = question;
      const item = document.createElement("li");
      item.append(link);
      list.append(item);
    }
    place.querySelector("button").addEventListener("click", () => {
      localStorage.removeItem(KEY);
      place.hidden = true;
      document.getElementById("field-q").focus();
    });
    place.hidden = false;
  }
}
