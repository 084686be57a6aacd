import { describe, expect, test } from 'vitest';
import { citations } from '$lib/lexicon/citations';
import { citationProblems, citationsIn } from './citations';
import { readFiles } from './source';

const cited = (text: string): string[] => citationsIn(text).map(({ citation }) => citation);

test('every section that the project cites is in the lexicon', () => {
	const files = readFiles(/^(?:(?:src|examples)\/.*\.(?:ts|js|svelte|md)|tests\/(?!house\/).*\.ts)$/);
	expect(files.flatMap((file) => citationProblems(file, citations))).toEqual([]);
});

describe('the checker of citations', () => {
	test('refuses a section that the lexicon does not have', () => {
		const file = { path: 'a.ts', text: '\n/** RFC 7636 §4.1, then RFC 7636 §9.9. */' };
		expect(citationProblems(file, citations)).toEqual([
			'a.ts:2 cites RFC 7636 §9.9, which lexicon/citations.ts does not have'
		]);
	});

	test('reads RFCs, appendices and OpenID documents of any name', () => {
		expect(
			cited('(RFC 6749 §3.1.2.4.) RFC 7636 Appendix B; OIDC Core §3.1.3.7: OIDC RP-Initiated Logout §2,')
		).toEqual([
			'RFC 6749 §3.1.2.4',
			'RFC 7636 Appendix B',
			'OIDC Core §3.1.3.7',
			'OIDC RP-Initiated Logout §2'
		]);
	});

	test('reads a citation that a comment breaks in two', () => {
		expect(cited(' * as in RFC 6749\n\t * §4.1.3.')).toEqual(['RFC 6749 §4.1.3']);
	});

	test('reads links', () => {
		expect(cited('https://www.rfc-editor.org/rfc/rfc7636#section-4.6).')).toEqual(['RFC 7636 §4.6']);
		expect(cited('https://www.rfc-editor.org/rfc/rfc7636#appendix-B')).toEqual(['RFC 7636 Appendix B']);
	});

	test('leaves an RFC without a section alone', () => {
		expect(cited('RFC 6749 and RFC 7636 say so')).toEqual([]);
	});
});
