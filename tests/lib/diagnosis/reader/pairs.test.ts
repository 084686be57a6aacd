import { describe, expect, it } from 'vitest';
import { pairsIn, withoutEscapes } from '$lib/diagnosis/reader/pairs';

const found = (text: string): string[][] => pairsIn(text).map(({ name, value }) => [name, value]);

const both = [
	['error', 'invalid_grant'],
	['error_description', 'Code not valid']
];

describe('names with their values are found', () => {
	it.each([
		['in JSON', '{"error": "invalid_grant", "error_description": "Code not valid"}'],
		['in JSON that is cut off', '{"error":"invalid_grant","error_description":"Code not valid'],
		['in an object of JavaScript', "{ error: 'invalid_grant', error_description: 'Code not valid' }"],
		['in a dictionary of Python', "{'error': 'invalid_grant', 'error_description': u'Code not valid'}"],
		['in a hash of Ruby', '{"error"=>"invalid_grant", "error_description"=>"Code not valid"}'],
		['behind symbols', '{:error=>"invalid_grant", :error_description=>"Code not valid"}'],
		[
			'in an array of PHP',
			'Array\n(\n    [error] => invalid_grant\n    [error_description] => Code not valid\n)'
		],
		[
			'in a dump of PHP',
			'["error"]=>\n  string(13) "invalid_grant"\n  ["error_description"]=>\n  string(14) "Code not valid"'
		],
		['in a map of Go', 'map[error:invalid_grant error_description:Code not valid]'],
		['in a map of Java', '{error=invalid_grant, error_description=Code not valid}'],
		['in a structure of Rust', '{ error: "invalid_grant", error_description: Some("Code not valid") }'],
		['in a map of Elixir', '%{"error" => "invalid_grant", "error_description" => "Code not valid"}'],
		['in logfmt', 'error=invalid_grant error_description="Code not valid"'],
		['in lines', 'error: invalid_grant\nerror_description: Code not valid'],
		['with commas', 'error="invalid_grant", error_description="Code not valid"']
	])('%s', (_, text) => {
		expect(found(text)).toEqual(both);
	});
});

describe('a value', () => {
	it.each([
		['has signs of escaping taken off', String.raw`error="a \"b\" c"`, 'a "b" c'],
		['may have an apostrophe in it', "{ message: 'It can't be' }", "It can't be"],
		['may have names in quotes in it', "{ message: 'The 'code' is bad' }", "The 'code' is bad"],
		[
			'may have brackets in it',
			'description: The grant (e.g., a code) is bad',
			'The grant (e.g., a code) is bad'
		],
		['may have a colon in it', 'error: PKCE failed: no match', 'PKCE failed: no match'],
		['ends with its line', 'error: one\nmore', 'one'],
		['ends with what it stands in', '(error: one)', 'one'],
		['ends before the next name', 'error=one two=three', 'one']
	])('%s', (_, text, value) => {
		expect(pairsIn(text)[0]?.value).toBe(value);
	});

	it('has its place', () => {
		const text = 'x error="one" y';
		const [pair] = pairsIn(text);
		expect(text.slice(pair?.span.start, pair?.span.end)).toBe('error="one"');
	});
});

it.each(['https://id.example', 'a::error::b', 'urn:example:error:x', 'color: red', 'if (error == null)'])(
	'nothing is named in %s',
	(text) => {
		expect(found(text)).toEqual([]);
	}
);

it('escapes of a program become what they stand for', () => {
	expect(withoutEscapes(String.raw`\u0022a\"\nb`)).toBe('"a"\nb');
});
