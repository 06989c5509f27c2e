/** What HTMX leaves to the page: keys, drafts, the end of the log, sound and notifications. */
"use strict";

const byId = (id) => document.getElementById(id);

/** Enter sends; the draft outlives a reload. */
function writing(box) {
  const draft = `desk-draft-${box.dataset.draft}`;
  const form = box.form;
  let sent = "";
  box.value = sessionStorage.getItem(draft) ?? box.value;
  box.addEventListener("input", () => sessionStorage.setItem(draft, box.value));
  box.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    form.requestSubmit();
  });
  form.addEventListener("htmx:beforeRequest", (event) => {
    if (event.target === form) sent = box.value;
  });
  form.addEventListener("htmx:afterRequest", (event) => {
    if (event.target !== form) return;
    const { successful, xhr } = event.detail;
    if (!successful || !xhr.getResponseHeader("HX-Trigger")) return;
    refuse("");
    if (box.value === sent) box.value = "";
    sessionStorage.setItem(draft, box.value);
  });
  box.focus();
}

function refuse(text) {
  byId("refusal").textContent = text;
}

/** A request that did not reach the server: nothing is lost, and the professional is told. */
document.addEventListener("htmx:sendError", ({ target }) => {
  const text = target.closest("[data-not-sent]")?.dataset.notSent;
  if (text && target.id === "write") refuse(text);
});

document.addEventListener("htmx:afterRequest", ({ target, detail }) => {
  if (target.dataset.clears && detail.successful) target.reset();
});

/** What a second answer brings once more is left out. */
document.addEventListener("htmx:beforeSwap", ({ detail }) => {
  if (detail.target.id !== "log") return;
  const holder = document.createElement("template");
  holder.innerHTML = detail.serverResponse;
  for (const one of holder.content.querySelectorAll(".said")) if (byId(one.id)) one.remove();
  detail.serverResponse = holder.innerHTML;
});

document.addEventListener("htmx:afterSettle", ({ target }) => {
  if (target.id === "log") toEnd();
  if (target.id === "board") look();
});

function toEnd() {
  const log = byId("log");
  if (log) log.scrollTop = log.scrollHeight;
}

document.addEventListener("click", ({ target }) => {
  const insert = target.closest("[data-insert]");
  const box = byId("text");
  if (insert && box) {
    box.setRangeText(insert.dataset.insert, box.selectionStart, box.selectionEnd, "end");
    box.dispatchEvent(new Event("input", { bubbles: true }));
    box.focus();
  }
  if (target.closest("#sound")) {
    globalThis.Notification?.requestPermission();
    ring();
  }
});

/** Esc leaves an open tool; the focus is where it was opened. */
document.addEventListener("keydown", (event) => {
  const tool = event.key === "Escape" && event.target.closest("details[open]");
  if (!tool) return;
  tool.open = false;
  tool.firstElementChild.focus();
});

/** Who is new on the board since the last look: heard, said and shown. */
let seen = null;

function look() {
  const now = [...document.querySelectorAll("[data-waiting], [data-unread]")];
  const marks = now.map(({ dataset }) => dataset.waiting ?? `u${dataset.unread}`);
  const known = seen ?? JSON.parse(sessionStorage.getItem("desk-seen") ?? "[]");
  const fresh = now.filter((_, at) => !known.includes(marks[at]));
  seen = marks;
  sessionStorage.setItem("desk-seen", JSON.stringify(marks));
  if (!fresh.length) return;
  ring();
  const waiting = fresh.some(({ dataset }) => dataset.waiting);
  const announce = byId("announce");
  const text = waiting ? announce.dataset.new : fresh[0].textContent;
  announce.textContent = text;
  setTimeout(() => announce.replaceChildren(), 5_000);
  if (waiting && document.hidden && globalThis.Notification?.permission === "granted") new Notification(text);
}

/** Two soft notes; browsers play them once somebody has touched the page. */
let audio;

function ring() {
  if (!navigator.userActivation?.hasBeenActive) return;
  audio ??= new AudioContext();
  const at = audio.currentTime;
  for (const [pitch, start] of [[660, 0], [880, 0.18]]) {
    const tone = new OscillatorNode(audio, { frequency: pitch });
    const loudness = new GainNode(audio, { gain: 0.15 });
    loudness.gain.exponentialRampToValueAtTime(0.001, at + start + 0.35);
    tone.connect(loudness).connect(audio.destination);
    tone.start(at + start);
    tone.stop(at + start + 0.4);
  }
}

document.addEventListener("DOMContentLoaded", () => {
  const box = byId("text");
  if (box) writing(box);
  toEnd();
  if (byId("board")) look();
});
