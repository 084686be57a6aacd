/** The look of the pages: serif and green, where the playground is neither. */
export const style = `
:root {
	color-scheme: light dark;
	--paper: light-dark(#f4f1e8, #14201b);
	--card: light-dark(#fffdf7, #1b2a24);
	--ink: light-dark(#1d2a25, #e8efe9);
	--soft: light-dark(#4d5b55, #a9bab1);
	--line: light-dark(#c9c2ae, #3d5248);
	--accent: light-dark(#0b5c43, #7fd3ae);
	--on-accent: light-dark(#ffffff, #0d1a15);
	--warning: light-dark(#9a1c1c, #ffb4a8);
}
* { box-sizing: border-box; }
body {
	margin: 0;
	min-height: 100vh;
	display: grid;
	grid-template: auto 1fr auto / minmax(0, 1fr);
	justify-items: center;
	background: var(--paper);
	color: var(--ink);
	font: 1.0625rem/1.55 ui-serif, Georgia, Cambria, serif;
	overflow-wrap: anywhere;
}
header { width: 100%; background: var(--accent); color: var(--on-accent); padding: 0.75rem 1rem; text-align: center; }
header p, footer p { margin: 0; }
header span { font-family: ui-monospace, monospace; font-size: 0.875rem; }
main { width: 100%; max-width: 30rem; padding: 1.5rem 1rem; }
h1 { font-size: 1.5rem; line-height: 1.25; margin: 0 0 0.75rem; }
h1:focus { outline: none; }
h2 { font-size: 1.0625rem; margin: 1.5rem 0 0.5rem; }
p { margin: 0 0 0.75rem; }
form { margin: 0; }
footer { padding: 1rem; color: var(--soft); font-size: 0.875rem; text-align: center; }
strong { unicode-bidi: isolate; }
strong.address { font-family: ui-monospace, monospace; font-size: 0.9375em; }
code { font: 0.875em ui-monospace, monospace; }
ul { margin: 0 0 1rem; padding: 0; list-style: none; border: 1px solid var(--line); background: var(--card); }
li { padding: 0.6rem 0.8rem; }
li + li { border-top: 1px solid var(--line); }
li code { display: block; color: var(--soft); }
label { display: block; font-weight: 600; margin-top: 0.75rem; }
input:not([type='hidden']) {
	width: 100%;
	font: inherit;
	color: inherit;
	background: var(--card);
	border: 1px solid var(--soft);
	border-radius: 0.25rem;
	padding: 0.5rem 0.6rem;
	min-height: 2.75rem;
}
button {
	font: inherit;
	width: 100%;
	min-height: 2.75rem;
	padding: 0.5rem 0.8rem;
	margin-top: 0.5rem;
	border: 1px solid var(--accent);
	border-radius: 0.25rem;
	background: transparent;
	color: var(--accent);
	text-align: start;
	cursor: pointer;
}
button.main { background: var(--accent); color: var(--on-accent); text-align: center; margin-top: 1rem; }
button.quiet { border-color: var(--line); color: var(--ink); text-align: center; }
:is(button, input, a):focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
a { color: var(--accent); }
.error { border-inline-start: 4px solid var(--warning); color: var(--warning); padding: 0.5rem 0.8rem; background: var(--card); }
`;
