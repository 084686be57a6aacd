/** The look of the pages: serif and green, where the playground is neither; measured by the same rules. */
export const style = `
:root {
	color-scheme: light dark;
	--paper: light-dark(#f4f1e8, #101a16);
	--card: light-dark(#fffdf7, #18251f);
	--ink: light-dark(#1d2a25, #e8efe9);
	--soft: light-dark(#4d5b55, #a9bab1);
	--line: light-dark(#d8d2c0, #2e4038);
	--edge: light-dark(#7c8a80, #6d8478);
	--accent: light-dark(#0b5c43, #7fd3ae);
	--on-accent: light-dark(#ffffff, #0d1a15);
	--band: light-dark(#0b5c43, #0c3b2c);
	--hover: light-dark(#0b5c4314, #7fd3ae1f);
	--warning: light-dark(#9a1c1c, #ffb4a8);
	--mono: ui-monospace, SFMono-Regular, Menlo, Consolas, 'Liberation Mono', monospace;
}
* { box-sizing: border-box; }
body {
	margin: 0;
	min-height: 100dvh;
	display: grid;
	grid-template: auto 1fr auto / minmax(0, 1fr);
	justify-items: center;
	background: var(--paper);
	color: var(--ink);
	font: 1.0625rem/1.55 ui-serif, Georgia, Cambria, 'Noto Serif', 'Liberation Serif', serif;
	overflow-wrap: anywhere;
}
header { width: 100%; background: var(--band); color: #ffffff; padding: 0.75rem 1rem; text-align: center; }
header p, footer p { margin: 0; }
header span { font: 0.8125rem/1.5 var(--mono); margin-inline-start: 0.5rem; }
main { width: 100%; max-width: 30rem; padding: 2.5rem 1rem; }
h1 { font-size: 1.75rem; line-height: 1.2; letter-spacing: -0.01em; margin: 0 0 0.75rem; text-wrap: balance; }
h1:focus { outline: none; }
h2 { font-size: 1.0625rem; margin: 2rem 0 0.5rem; }
p { margin: 0 0 0.75rem; text-wrap: pretty; }
form { margin: 0; }
footer { width: 100%; padding: 1rem; border-top: 1px solid var(--line); color: var(--soft); font-size: 0.875rem; text-align: center; }
strong { unicode-bidi: isolate; }
strong.address { font-family: var(--mono); font-size: 0.9375em; }
code { font: 0.8125rem/1.6 var(--mono); }
ul { margin: 0 0 1rem; padding: 0; list-style: none; border: 1px solid var(--line); border-radius: 0.75rem; background: var(--card); overflow: hidden; }
li { padding: 0.6rem 0.9rem; }
li + li { border-top: 1px solid var(--line); }
li code { display: block; color: var(--soft); }
label { display: block; font-weight: 600; margin: 0.75rem 0 0.25rem; }
input:not([type='hidden']) {
	width: 100%;
	font: inherit;
	color: inherit;
	background: var(--card);
	border: 1px solid var(--edge);
	border-radius: 0.5rem;
	padding: 0.5rem 0.75rem;
	min-height: 2.75rem;
}
input:user-invalid { border-color: var(--warning); }
.missing { display: none; margin: 0.25rem 0 0; color: var(--warning); font-size: 0.9375rem; }
input:user-invalid + .missing { display: block; }
button {
	--fill: transparent;
	--text: var(--accent);
	font: inherit;
	width: 100%;
	min-height: 2.75rem;
	padding: 0.5rem 0.9rem;
	margin-top: 0.5rem;
	border: 1px solid var(--accent);
	border-radius: 0.5rem;
	background: var(--fill);
	color: var(--text);
	text-align: center;
	cursor: pointer;
}
button.main { --fill: var(--accent); --text: var(--on-accent); font-weight: 600; }
button.quiet { --text: var(--ink); border-color: var(--line); }
button:not(.main):hover { --fill: var(--hover); }
.password button { margin-top: 1rem; }
/* One button is filled: of the people, until somebody types. */
main:has(.password input:not([type='hidden'], .given, :placeholder-shown)) .people .main { --fill: transparent; --text: var(--accent); }
main:has(.password input:not([type='hidden'], .given, :placeholder-shown)) .password button { --fill: var(--accent); --text: var(--on-accent); font-weight: 600; }
:is(button, input, a):focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
a { color: var(--accent); text-underline-offset: 0.2em; }
.error { border-inline-start: 2px solid var(--warning); color: var(--warning); padding: 0.25rem 0 0.25rem 0.9rem; }
@media (max-width: 30rem) { main { padding-block: 1.5rem; } }
`;
