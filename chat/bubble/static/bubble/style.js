/** A constructed sheet passes `style-src 'self'`. */
const sheet = new CSSStyleSheet();
sheet.replaceSync(`
:host {
  all: initial;
  --main: var(--opastin-main, #0b5748);
  --soft: #4c5c57; --line: #c3cfca; --edge: #6d7f79; --alarm: #a8071a;
  color: #1b2b27;
  font: max(1rem, 16px)/1.5 system-ui, sans-serif;
}
* { box-sizing: border-box; }
[hidden], .text:empty, small:empty { display: none !important; }
.vh, .menu [target] > .vh { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
h2, h3, p, ul { margin: 0; padding: 0; list-style: none; }
small { display: block; margin-top: .25em; line-height: 1.4; color: var(--soft); }
small, .head p, .state, .dots { font-size: .875em; }
svg { width: 1.25em; flex: none; fill: none; stroke: currentColor; stroke-width: 2; stroke-linejoin: round; }
button, textarea { font: inherit; color: inherit; }
button, summary, .door, .menu a, .told a {
  display: flex; align-items: center; gap: .5em; min-height: 44px; min-width: 44px; padding: .4em .9em;
  border: 1px solid var(--main); border-radius: .6em; background: #fff; color: var(--main);
  font-weight: 600; line-height: 1.25; text-decoration: none; cursor: pointer; overflow-wrap: anywhere;
}
:is(button, .door, .menu a):hover { text-decoration: underline; }
:focus-visible { outline: 3px solid #14211d; outline-offset: 2px; box-shadow: 0 0 0 2px #fff; }
.full { background: var(--main); color: #fff; }
.dialog, .menu, .confirm, textarea { border: 1px solid var(--edge); border-radius: .6em; background: #fff; color: #1b2b27; }
.text, li { padding: .65em .9em; border: 1px solid var(--line); border-radius: .6em; background: #fff; overflow-wrap: anywhere; }
.launcher {
  position: fixed; z-index: 2147483000; right: 1rem; bottom: 1rem;
  padding: .8em 1.2em; border: 2px solid #fff; border-radius: 2em; box-shadow: 0 2px 10px #0005;
}
.unread { padding: 0 .6em; border: 1px solid; border-radius: 1em; }
.dialog {
  position: fixed; z-index: 2147483000; inset: auto 1rem 1rem auto; flex-direction: column;
  width: 27em; height: min(46em, 100dvh - 2rem); max-width: none; max-height: none; padding: 0; overflow: hidden; box-shadow: 0 8px 32px #0004;
}
.dialog[open] { display: flex; }
.sheet { inset: var(--top, 0) auto auto 0; width: 100%; height: var(--height, 100dvh); margin: 0; border: 0; border-radius: 0; }
.low { overflow-y: auto; }
.head { position: relative; z-index: 1; flex: none; display: flex; align-items: center; gap: .25em; padding: .5em .5em .5em 1em; background: var(--main); color: #fff; }
.head > div { flex: 1; min-width: 0; line-height: 1.3; }
h2 { font-size: 1.15em; }
.head > button, summary { padding: .4em .6em; border-color: transparent; background: none; color: #fff; }
.head > button:focus-visible, summary:focus-visible { outline-color: #fff; box-shadow: none; outline-offset: -3px; }
summary::-webkit-details-marker { display: none; }
.menu { position: absolute; top: 100%; right: 0; width: min(20em, 100%); padding: .5em; box-shadow: 0 6px 16px #0003; }
.menu :is(button, a) { width: 100%; border-color: transparent; font-weight: 500; }
.menu :focus-visible, .exit:focus-visible, .log:focus-visible { outline-offset: -3px; box-shadow: none; }
.menu p { padding: .5em .9em; }
.exit { flex: none; justify-content: center; border-radius: 0; background: #ffdf5e; color: #14211d; }
.log { flex: 1; min-height: 4em; overflow-y: auto; padding: 1em; background: #f3f6f4; }
.low .log { flex: none; overflow: visible; }
.said { margin-bottom: .9em; }
.who { margin: 0 0 .15em .2em; font-size: .875em; font-weight: 600; color: var(--soft); }
.text { width: fit-content; max-width: 92%; border-radius: .25em 1em 1em; white-space: pre-wrap; }
.resident .text { margin-left: auto; border-radius: 1em .25em 1em 1em; background: var(--main); color: #fff; }
.professional .text, li { border-inline-start: 4px solid var(--main); }
.text a { color: var(--main); font-weight: 600; }
.text [href^=tel] { white-space: nowrap; }
[target] svg { width: .9em; height: .9em; vertical-align: -.1em; }
li { margin-top: .6em; }
h3 { font-size: 1em; line-height: 1.35; }
li p, .text ~ p { margin-top: .5em; }
.emergency .text { border: 3px solid var(--alarm); background: #fff3f3; font-weight: 600; }
.emergency .who { color: var(--alarm); font-size: 1em; }
.number { justify-content: center; min-height: 56px; padding: .4em; border-color: var(--alarm); background: var(--alarm); color: #fff; font-size: 1.25em; }
.choices { display: flex; flex-wrap: wrap; gap: .5em; margin-top: .6em; }
.state { display: grid; gap: .25em; justify-items: end; margin-top: .25em; }
.dots { flex: none; padding: 0 1.2em .3em; background: #f3f6f4; color: var(--soft); }
.told:not(:empty) { flex: none; display: flex; flex-wrap: wrap; align-items: center; gap: .5em; padding: .5em 1em; background: #fff8dc; }
form { flex: none; padding: .6em .75em; border-top: 1px solid var(--line); }
fieldset { margin: 0; padding: 0; border: 0; }
#more { width: 100%; min-height: 44px; }
label { display: block; font-size: .8125em; line-height: 1.3; color: var(--soft); }
.row { display: flex; gap: .5em; align-items: end; margin: .3em 0 .5em; }
textarea { flex: 1; min-width: 0; padding: .5em .75em; resize: none; line-height: 1.3; }
.person { width: 100%; justify-content: center; }
.confirm { max-width: min(24em, 100% - 2em); padding: 1.2em; }
.confirm p { margin: .5em 0 1em; }
.confirm::backdrop { background: #14211da0; }
`);
export default sheet;
