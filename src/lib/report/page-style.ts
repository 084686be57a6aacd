/** How the page looks: by itself, in the theme of whoever opens it, on a phone and on paper. */
export const pageStyle = `
:root, :host {
	color-scheme: light dark;
	--ground: light-dark(#fcfcfb, #0e1013);
	--sunken: light-dark(#f3f3f0, #1a1e23);
	--ink: light-dark(#14161a, #eceef1);
	--muted: light-dark(#474c56, #b1b7c1);
	--faint: light-dark(#63686f, #8f96a1);
	--line: light-dark(#d8d8d2, #33383f);
	--good: light-dark(#176b3c, #6fd39b);
	--bad: light-dark(#b3261e, #ff9389);
	--warn: light-dark(#855200, #f0bd5e);
	--browser: light-dark(#2559c4, #86b1ff);
	--server: light-dark(#0f7350, #55cf9f);
	--api: light-dark(#96590a, #eab054);
	--sans: -apple-system, BlinkMacSystemFont, 'Segoe UI', Inter, Roboto, Cantarell, 'Noto Sans', 'Liberation Sans', 'DejaVu Sans Condensed', system-ui, sans-serif;
	--mono: ui-monospace, SFMono-Regular, 'SF Mono', 'Cascadia Mono', Menlo, Consolas, 'Liberation Mono', 'DejaVu Sans Mono', monospace;
}
* { box-sizing: border-box; }
body { margin: 0; background: var(--ground); }
.report {
	max-width: 68rem;
	margin: 0 auto;
	padding: 1.5rem 1rem 3rem;
	background: var(--ground);
	color: var(--ink);
	font: 0.9375rem/1.55 var(--sans);
	overflow-wrap: anywhere;
}
footer.report { padding-top: 0; }
.report h1 { font-size: 1.75rem; line-height: 1.25; margin: 0 0 0.25rem; letter-spacing: -0.022em; }
.report h2 { font-size: 1.125rem; line-height: 1.3; margin: 2rem 0 0.5rem; }
.report h3 { font-size: 0.9375rem; margin: 1.25rem 0 0.25rem; }
.report h4 { font-size: 0.8125rem; margin: 0.75rem 0 0.25rem; color: var(--muted); font-weight: 600; }
.report p { margin: 0.25rem 0; }
.report a { color: inherit; }
.report ol, .report ul { margin: 0.25rem 0; padding-left: 1.25rem; }
.report code, .report pre { font: 0.8125rem/1.6 var(--mono); font-variant-ligatures: none; unicode-bidi: isolate; }
.report pre {
	margin: 0.25rem 0;
	padding: 0.5rem 0.75rem;
	background: var(--sunken);
	border-radius: 8px;
	white-space: pre-wrap;
}
.muted { color: var(--muted); }
.faint { color: var(--faint); }
.note { border-left: 2px solid var(--line); padding-left: 0.75rem; }
.secret { border-left-color: var(--bad); color: var(--bad); font-weight: 600; }
.cause { border: 1px solid var(--bad); border-radius: 12px; padding: 0.75rem 1rem; margin: 0.5rem 0; }
.cause h3 { margin: 0; font-size: 1.125rem; }
.sure { color: var(--bad); font-weight: 600; font-size: 0.8125rem; }
.report dl { display: grid; grid-template-columns: 11rem minmax(0, 1fr); gap: 0.125rem 1rem; margin: 0.5rem 0; }
.report dt { color: var(--muted); }
.report dd { margin: 0; min-width: 0; }
.report table { width: 100%; border-collapse: collapse; table-layout: fixed; }
.report th, .report td { text-align: left; vertical-align: top; padding: 0.25rem 0.75rem 0.25rem 0; border-bottom: 1px solid var(--line); font-weight: 400; }
.report thead th { color: var(--muted); font-size: 0.8125rem; }
.checks col.sign { width: 5.5rem; }
.checks col.name { width: 30%; }
.checks col.cite { width: 9.5rem; }
.pairs col.name { width: 14rem; }
.fail .sign { color: var(--bad); font-weight: 600; }
.warn .sign { color: var(--warn); font-weight: 600; }
.pass .sign { color: var(--good); }
.skipped { color: var(--muted); }
.message { border-top: 1px solid var(--line); padding: 0.25rem 0 0.5rem; }
.message details { margin: 0.25rem 0; }
.message summary { cursor: pointer; color: var(--muted); padding: 0.25rem 0; }
.picture { margin: 0.5rem 0; }
.picture svg { display: block; max-width: 100%; height: auto; margin-bottom: 0.75rem; }
.picture .down { display: none; }
.picture text { font: 600 13px var(--sans); fill: var(--ink); }
.picture text.code { font: 500 12px var(--mono); fill: var(--faint); }
.picture .browser { stroke: var(--browser); }
.picture .authorization-server { stroke: var(--server); }
.picture .resource-server { stroke: var(--api); }
.picture text.browser { stroke: none; fill: var(--browser); }
.picture text.authorization-server { stroke: none; fill: var(--server); }
.picture text.resource-server { stroke: none; fill: var(--api); }
.picture .arrow { stroke: var(--ink); fill: var(--ink); }
.picture .arrow.refused, .picture .arrow.lost { stroke: var(--bad); fill: var(--bad); }
.picture .arrow.lost path { fill: none; }
.picture .value { fill: var(--sunken); stroke: var(--faint); }
@media screen and (max-width: 800px) {
	.report dl { grid-template-columns: minmax(0, 1fr); gap: 0; }
	.report dd { margin-bottom: 0.375rem; }
	.picture .across { display: none; }
	.picture .down { display: block; }
	.checks thead { display: none; }
	.checks, .checks tbody, .checks tr, .checks td, .pairs, .pairs tbody, .pairs tr, .pairs th, .pairs td { display: block; }
	.checks colgroup, .pairs colgroup { display: none; }
	.checks tr, .pairs tr { border-bottom: 1px solid var(--line); padding: 0.375rem 0; }
	.report .checks td, .report .pairs td, .report .pairs th { border: 0; padding: 0; }
	.checks td:empty { display: none; }
	.checks td[data-label]:not(:empty)::before { content: attr(data-label) ' '; color: var(--faint); font-size: 0.8125rem; }
}
@media print {
	:root { color-scheme: light; }
	.report { max-width: none; padding: 0; font-size: 10pt; }
	.report pre { border: 1px solid var(--line); }
	.cause, .report tr, .report dl { break-inside: avoid; }
	.report pre { font-size: 8pt; }
	.checks col.name { width: 24%; }
	.checks col.cite { width: 8rem; }
	.message details > * { display: block; }
	.message details::details-content { content-visibility: visible; display: block; }
	.report h2, .report h3, .report h4, .message summary { break-after: avoid; }
	.picture svg { break-inside: avoid; }
}
`;
