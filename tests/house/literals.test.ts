import { describe, expect, test } from 'vitest';
import { literalProblems, uselessExceptions } from './literals';
import { readFiles } from './source';

/** Of the diagnosis not the words that are looked for in what servers and libraries say. */
const shown = readFiles(
	/^src\/(lib\/(panels|dashboard|ui|authorization-server\/pages|diagnosis(?!\/(concepts|languages|normalise|rules|client-messages\/(in-|msal-))))|routes)\/.*\.(svelte|ts)$/
);

test('views, the pages of the server and the diagnosis look their words up', () => {
	expect(shown.flatMap(literalProblems)).toEqual([]);
});

test('no exception outlives what it is for', () => {
	expect(uselessExceptions(shown)).toEqual([]);
});

const component = (text: string) => literalProblems({ path: 'src/lib/panels/a/A.svelte', text });
const pageOf = (text: string) => literalProblems({ path: 'src/lib/authorization-server/pages/a.ts', text });
const script = (text: string) => component(`<script lang="ts">\n${text}\n</script>`);

describe('the checker of words sees', () => {
	test.each([
		['text', '<p>Nothing has come back yet</p>'],
		['one small word', '<p>{count} ms</p>'],
		['text beside code', '<p>state <code>{state}</code></p>'],
		['a label', '<Field label="Scope" bind:value />'],
		['half of a label', '<Field label="{name} (optional)" bind:value />'],
		['a name for screen readers', '<nav aria-label="Sections"></nav>'],
		['a phrase in any property', '<View named="The key set" />'],
		['a description of the page', '<meta name="description" content="Walk through the flow" />'],
		['a title of the page', '<svelte:head><title>{title} · Site</title></svelte:head>'],
		['words in an expression', "<p>{done ? texts.done : 'not yet'}</p>"],
		['words in a template', '<p>{`${count} passed`}</p>'],
		['words in a label’s expression', "<Field label={one ? 'again' : texts.first} />"],
		['options', "<Choice options={[{ value: 'raw', label: 'Raw' }]} />"],
		['words in a block', "{#each rows as row}{@const name = row ? 'A row' : ''}{name}{/each}"]
	])('%s', (_, text) => {
		expect(component(text)).toHaveLength(1);
	});

	test.each([
		['a label', "const label = 'Send it';"],
		['one word with a capital', "const label = 'Send';"],
		['words in small letters', "said = 'not saved yet';"],
		['a sentence around a value', 'const said = `It left at ${time}.`;'],
		['the default of a property', "let { label = 'Checks' } = $props();"],
		['a word of a list', "const looks = [{ sign: '✓', word: 'Passed' }];"],
		['a module', "const said = 'Not saved: see below.';"]
	])('in a script %s', (_, text) => {
		expect(script(text)).toEqual([expect.stringContaining('A.svelte:2 says')]);
	});

	test.each([
		['by its name', "const said = done ? 'pushed' : texts.no;", '<p>{said}</p>'],
		['that is set later', "let said = $state(''); said = 'pushed';", '<p>{said}</p>'],
		['that is worked out', "const said = $derived(done ? 'pushed' : texts.no);", '<p>{said}</p>'],
		['in a label', "const said = $derived.by(() => { return 'pushed'; });", '<Field label={said} />'],
		['of a function', "function said(at) { if (at) return 'pushed'; return ''; }", '<p>{said(1)}</p>'],
		['of a lookup', "const words = { pass: 'passed' };", '<p>{words[status]}</p>'],
		['of a list', "const rows = [{ word: 'pushed' }];", '{#each rows as { word }}<p>{word}</p>{/each}'],
		['of a member', "const rows = [{ word: 'pushed' }];", '{#each rows as row}<p>{row.word}</p>{/each}'],
		['of a property', "let { said = 'pushed' } = $props();", '<p>{count} {said}</p>'],
		['that is called like a label', "const rows = [{ label: 'pushed' }];", '<List {rows} />']
	])('in a script one small word %s', (_, code, markup) => {
		expect(component(`<script lang="ts">${code}</script>${markup}`)).toEqual([
			expect.stringMatching(/says "(?:pushed|passed)"/)
		]);
	});

	test.each([
		['text between tags', 'const a = markup`<h1>Sign in</h1>`;'],
		['a word after a value', 'const a = markup`<p>${name} at ${api}</p>`;'],
		['a label', 'const a = markup`<input aria-label="Password" value="${value}" />`;'],
		['a language', 'const a = markup`<html lang="en"></html>`;'],
		['words in a value', "const a = markup`<p>${known ? 'found' : undefined}</p>`;"],
		['a title', "page(realm, 'Signed out', main);"]
	])('in a page of the server %s', (_, text) => {
		expect(pageOf(text)).toHaveLength(1);
	});

	test.each([
		['what is looked up', '<p title={texts.title}>{texts.why(name)} · {count} ({all})</p>'],
		['names of the standards', '<p>S256 · code_verifier · GET</p><Field label="code_verifier" />'],
		['what is shown as code', '<code>npm run idp -- --realm file.json</code>'],
		['classes', "<p class=\"font-medium {bad ? 'text-bad font-semibold' : 'text-muted'}\"></p>"],
		['comparisons', "{#if status === 'Not Found'}<p>{texts.none}</p>{/if}"],
		['citations', '<RfcLink rfc="RFC 7662 §2.1" /><RfcLink rfc="OIDC RP-Initiated Logout §2" />'],
		['addresses', '<a href="/flow/callback/" rel="noreferrer external">{texts.on}</a>']
	])('nothing in %s', (_, text) => {
		expect(component(text)).toEqual([]);
	});

	test.each([
		['kinds that nobody reads', "const kind = done ? 'quiet' : 'plain'; const view = $state('raw');"],
		['names of drafts', "const url = drafts.get('call url') ?? '';"],
		['types', "let way: 'In a tab' | 'popup' = $state('popup');"],
		['imports', "import Field from '$lib/ui/Field.svelte';"],
		['classes', "const looks = { plain: 'bg-surface text-ink border-line px-3' };"],
		['keys', "const shown = { 'Not Found': 404 }['Not Found'];"],
		['headers', "const headers = { 'content-type': 'text/html; charset=utf-8' };"]
	])('nothing in a script with %s', (_, text) => {
		expect(script(text)).toEqual([]);
	});
});
