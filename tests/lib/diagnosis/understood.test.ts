import { describe, expect, it } from 'vitest';
import { diagnose } from '$lib/diagnosis/diagnose';
import { model } from '$lib/diagnosis/model/model';
import { evidenceBeside, understandingOf } from '$lib/diagnosis/model/understood';
import { evidenceText } from '$lib/lessons/en/diagnosis/evidence';
import { tell } from '$lib/lexicon/said';

const evidenceOf = (...given: Parameters<typeof diagnose>): string[] =>
	diagnose(...given).flatMap(({ evidence }) => evidence.map(evidenceText));

describe('what was understood of a text', () => {
	it.each([
		['The code has expired', 'words'],
		['Der Autorisierungscode ist abgelaufen', 'words'],
		['Kod wygasł', 'words'],
		['Koden har gått ut', 'nothing'],
		['Kod süresi doldu', 'nothing'],
		['רענון נכשל', 'nothing'],
		['Ongelma: redirect_uri', 'names'],
		['', 'words'],
		['invalid_grant', 'words']
	])('%s: %s', (text, understanding) => {
		expect(understandingOf([text], model())).toBe(understanding);
	});

	it('is words where one text of several has them', () => {
		expect(understandingOf(['Koden har gått ut', 'expired'], model())).toBe('words');
	});
});

describe('an answer whose words were not understood', () => {
	const swedish = 'Auktoriseringskoden är ogiltig';

	it('rests on its code, and says so', () => {
		const seen = { step: 'token', error: 'invalid_grant', error_description: swedish };
		expect(diagnose(seen).map(({ code }) => code)).toEqual(
			diagnose({ step: 'token', error: 'invalid_grant' }).map(({ code }) => code)
		);
		expect(new Set(evidenceOf(seen))).toEqual(
			new Set(['the code invalid_grant alone, as the words of this text were not understood'])
		);
	});

	it('rests on its status where it has no code, and says so', () => {
		expect(new Set(evidenceOf({ step: 'token', status: 401, error_description: swedish }))).toEqual(
			new Set(['HTTP 401 alone, as the words of this text were not understood'])
		);
	});

	it('has no cause where there is neither', () => {
		expect(diagnose({ step: 'token', error_description: swedish })).toEqual([]);
	});

	it('is as sure as its code alone', () => {
		const [alone] = diagnose({ step: 'authorize', error: 'invalid_scope' });
		const [beside] = diagnose({ step: 'authorize', error: 'invalid_scope', error_description: swedish });
		expect(beside?.confidence).toBe(alone?.confidence);
	});

	it('says nothing of words where there were none', () => {
		expect(evidenceOf({ step: 'token', error: 'invalid_scope' })).toEqual(['error=invalid_scope']);
	});

	it('still has what a number of the provider says', () => {
		const [told] = diagnose({ step: 'token', error_description: 'AADSTS54005: koden har redan lösts in' });
		expect(told?.code).toBe('code-already-used');
	});

	it('still has a name of the protocol within them, and says that it was all', () => {
		const [told] = diagnose({ step: 'authorize', error_description: 'Ongelma: redirect_uri' });
		expect(told?.code).toBe('redirect-uri-not-registered');
		expect(told?.evidence.map(evidenceText).at(-1)).toBe(
			'of these words nothing was understood but redirect_uri'
		);
	});
});

describe('the evidence of an answer', () => {
	const evidence = [tell('error-code', 'invalid_grant'), tell('resembles', 3), 'as it was'];

	it('stays where the words were understood', () => {
		expect(evidenceBeside('words', ['redirect_uri'], evidence)).toEqual(evidence);
	});

	it('is alone where nothing was', () => {
		expect(evidenceBeside('nothing', [''], evidence)[0]).toEqual(tell('code-alone', 'invalid_grant'));
		expect(evidenceBeside('nothing', [''], ['as it was'])).toEqual(['as it was']);
	});

	it('has no resemblance of a wording where only names were', () => {
		expect(evidenceBeside('names', ['x redirect_uri y redirect_uri'], evidence)).toEqual([
			tell('error-code', 'invalid_grant'),
			'as it was',
			tell('names-alone', 'redirect_uri')
		]);
	});

	it('stays where a name is not written as protocols write it', () => {
		expect(evidenceBeside('names', ['Redirect'], evidence)).toEqual(evidence);
	});
});
