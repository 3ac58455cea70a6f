"use strict";

// Everything the page needs to know stands in its attributes: a card's data-says holds the
// numbers of its sayings, a piece's data-told, data-cue and data-by those that it is part of.
(() => {
  const root = document.documentElement;
  const article = document.querySelector(".article");
  const margin = document.querySelector(".margin");
  const sheet = document.querySelector(".sheet");
  const status = document.querySelector(".status");
  const hint = status.textContent;
  const cards = [...document.querySelectorAll(".card")];
  const sentences = [...document.querySelectorAll(".article p .sentence")];
  const PARTS = ["told", "cue", "by"];

  const numbers = (element, name) => (element.dataset[name] || "").split(" ").filter(Boolean);
  const cardOf = new Map(cards.flatMap((card) => numbers(card, "says").map((one) => [one, card])));
  const nameOf = (card) => card.querySelector(".name bdi").textContent;

  const clear = () => {
    root.classList.remove("choosing");
    for (const name of ["lit", "chosen", ...PARTS.map((part) => `lit-${part}`)]) {
      document.querySelectorAll(`.${name}`).forEach((element) => element.classList.remove(name));
    }
    cards.forEach((card) => card.querySelector(".name").setAttribute("aria-pressed", "false"));
    status.textContent = hint;
  };

  const light = (sayings) => {
    const wanted = new Set(sayings);
    for (const piece of article.querySelectorAll(".told, .cue, .by")) {
      for (const part of PARTS) {
        if (numbers(piece, part).some((one) => wanted.has(one))) piece.classList.add(`lit-${part}`);
      }
    }
    document.querySelectorAll(".saying").forEach((saying) => {
      saying.classList.toggle("lit", wanted.has(saying.dataset.saying));
    });
    const answering = new Set([...wanted].map((one) => cardOf.get(one)));
    for (const card of answering) {
      card.classList.add("lit");
      card.querySelector(".name").setAttribute("aria-pressed", "true");
    }
    return [...answering];
  };

  const seen = (element, block = "nearest") => element && element.scrollIntoView({ block });

  const chooseSource = (card, only = null) => {
    clear();
    root.classList.add("choosing");
    const sayings = only ? [only] : numbers(card, "says");
    light(sayings);
    const count = sayings.length === 1 ? "1 statement" : `${sayings.length} statements`;
    status.textContent = `${nameOf(card)}: ${count} lit in the article.`;
    seen(article.querySelector(".lit-told, .lit-cue, .lit-by"));
  };

  const chooseSentence = (sentence, piece = null) => {
    clear();
    root.classList.add("choosing");
    sentence.classList.add("chosen");
    const pieces = piece ? [piece] : [...sentence.querySelectorAll(".piece")];
    const sayings = pieces.flatMap((one) => PARTS.flatMap((part) => numbers(one, part)));
    const answering = light(sayings);
    const whose = [...answering].map(nameOf).join(", ");
    status.textContent = whose ? `On the say-so of: ${whose}.` : "Nobody answers for this but the outlet.";
    seen(answering[0]);
  };

  // One stop of the tab key for the article, one for the sources; arrows walk inside.
  const roving = (elements) => {
    elements.forEach((element, index) => element.setAttribute("tabindex", index ? "-1" : "0"));
    return (element) => {
      elements.forEach((one) => one.setAttribute("tabindex", one === element ? "0" : "-1"));
      element.focus({ preventScroll: true });
    };
  };
  const names = cards.map((card) => card.querySelector(".name"));
  const toName = roving(names);
  const toSentence = roving(sentences);
  // A sentence leads to its sources already; its notes need no stops of their own.
  document.querySelectorAll(".note").forEach((note) => note.setAttribute("tabindex", "-1"));
  const STEPS = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 };

  names.forEach((name, index) => {
    name.setAttribute("role", "button");
    name.addEventListener("click", (event) => {
      event.preventDefault();
      const again = name.getAttribute("aria-pressed") === "true" && !article.querySelector(".chosen");
      if (again) clear();
      else chooseSource(cards[index]);
    });
  });

  document.addEventListener("click", (event) => {
    const saying = event.target.closest(".saying > a");
    const note = event.target.closest(".note");
    const sentence = event.target.closest(".article p .sentence");
    if (saying) {
      event.preventDefault();
      chooseSource(saying.closest(".card"), saying.parentElement.dataset.saying);
    } else if (note) {
      event.preventDefault();
      const card = document.querySelector(note.getAttribute("href"));
      chooseSource(card);
      raise(true);
      seen(card);
    } else if (sentence && getSelection().isCollapsed) {
      const piece = event.target.closest(".told, .cue, .by");
      toSentence(sentence);
      raise(true);
      chooseSentence(sentence, piece);
      seen(sentence);
    }
  });

  document.addEventListener("keydown", (event) => {
    const at = document.activeElement;
    if (event.key === "Escape") {
      clear();
      raise(false);
      return;
    }
    const walk = (elements, go, choose) => {
      const index = elements.indexOf(at);
      if (index < 0) return;
      const next = elements[index + (STEPS[event.key] || 0)];
      if (event.key === "Enter" || event.key === " ") choose(at);
      else if (event.key in STEPS && next) {
        go(next);
        choose(next);
        seen(next);
      } else return;
      event.preventDefault();
    };
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    walk(names, toName, (name) => chooseSource(name.closest(".card")));
    walk(sentences, toSentence, (sentence) => chooseSentence(sentence));
  });

  const raise = (up) => {
    margin.classList.toggle("risen", up);
    sheet.setAttribute("aria-expanded", String(up));
    sheet.textContent = up ? "Close" : "Sources";
  };
  sheet.hidden = false;
  sheet.addEventListener("click", () => raise(!margin.classList.contains("risen")));
  root.classList.add("scripted");

  // page.html#source-2 opens with that source chosen, so that it can be shown to a colleague.
  const named = location.hash && cards.find((card) => `#${card.id}` === location.hash);
  if (named) chooseSource(named);
})();
