import { describe, expect, it } from 'vitest';
import { diagnose } from '$lib/diagnosis/diagnose';
import { issueTexts, withoutMembers } from '$lib/diagnosis/issues';

/** How frameworks and validators say that a parameter is missing, by its name. */
const missing: Record<string, (name: string) => unknown> = {
	'zod, flat': (name) => ({
		success: false,
		error: {
			name: 'ZodError',
			issues: [
				{ code: 'invalid_type', expected: 'string', received: 'undefined', path: [name], message: 'Required' }
			]
		}
	}),
	'zod 4': (name) => ({
		errors: [
			{
				expected: 'string',
				code: 'invalid_type',
				path: ['body', name],
				message: 'Invalid input: expected string, received undefined'
			}
		]
	}),
	'zod, as text': (name) => ({
		message: JSON.stringify(
			[
				{ code: 'invalid_type', expected: 'string', received: 'undefined', path: [name], message: 'Required' }
			],
			null,
			2
		)
	}),
	'zod, in a description': (name) => ({
		error: 'invalid_request',
		error_description: `Validation failed: ${JSON.stringify([
			{ code: 'invalid_type', path: [name], message: 'Required' }
		])}`
	}),
	fastify: (name) => ({
		statusCode: 400,
		code: 'FST_ERR_VALIDATION',
		error: 'Bad Request',
		message: `body must have required property '${name}'`
	}),
	'FastAPI and pydantic': (name) => ({
		detail: [{ type: 'missing', loc: ['body', name], msg: 'Field required', input: null }]
	}),
	'problem details of ASP.NET': (name) => ({
		type: 'https://tools.ietf.org/html/rfc9110#section-15.5.1',
		title: 'One or more validation errors occurred.',
		status: 400,
		errors: { [name]: [`The ${name} field is required.`] }
	}),
	spring: (name) => ({
		timestamp: '2026-01-15T12:00:00.000+00:00',
		status: 400,
		error: 'Bad Request',
		message: `Required request parameter '${name}' for method parameter type String is not present`,
		path: '/token'
	}),
	'spring, a list': (name) => ({
		status: 400,
		errors: [{ code: 'NotBlank', field: name, defaultMessage: 'must not be blank', rejectedValue: null }]
	}),
	laravel: (name) => ({
		message: `The ${name} field is required.`,
		errors: { [name]: [`The ${name} field is required.`] }
	}),
	django: (name) => ({ [name]: ['This field is required.'] }),
	joi: (name) => ({
		details: [
			{ message: `"${name}" is required`, path: [name], type: 'any.required', context: { label: name } }
		]
	}),
	ajv: (name) => ({
		errors: [
			{
				instancePath: '',
				keyword: 'required',
				params: { missingProperty: name },
				message: `must have required property '${name}'`
			}
		]
	}),
	'express-validator': (name) => ({
		errors: [{ type: 'field', msg: `${name} is required`, path: name, location: 'body' }]
	}),
	'JSON:API': (name) => ({
		errors: [{ status: '400', code: 'missing', source: { pointer: `/${name}` }, detail: 'is missing' }]
	}),
	rails: (name) => ({ status: 400, error: `param is missing or the value is empty: ${name}` }),
	gRPC: (name) => ({
		code: 3,
		message: 'invalid argument',
		details: [{ '@type': 'a/b.c', fieldViolations: [{ field: name, description: 'is required' }] }]
	}),
	symfony: (name) => ({
		violations: [{ propertyPath: name, message: 'This value should not be blank.', code: 'c1051bb4-d103' }]
	}),
	nest: (name) => ({
		statusCode: 400,
		message: [`${name} must be a string`, `${name} should not be empty`],
		error: 'Bad Request'
	}),
	quarkus: (name) => ({
		parameterViolations: [{ constraintType: 'PARAMETER', path: `token.${name}`, message: 'must not be null' }]
	}),
	yup: (name) => ({ name: 'ValidationError', errors: [`${name} is a required field`] }),
	micronaut: (name) => ({
		message: 'Bad Request',
		_embedded: { errors: [{ message: `Required argument [String ${name}] not specified` }] }
	}),
	'class-validator': (name) => ({
		message: [{ property: name, constraints: { isNotEmpty: `${name} should not be empty` } }]
	}),
	marshmallow: (name) => ({ messages: { json: { [name]: ['Missing data for required field.'] } } }),
	mongoose: (name) => ({
		error: { message: 'Validation error', details: { [name]: { kind: 'required', message: 'is required' } } }
	}),
	'names and kinds': (name) => ({ error: 'validation_error', fields: { [name]: 'required' } }),
	'a number for a code': (name) => ({ code: 1001, message: `Missing parameter: ${name}` }),
	'a status for a code': (name) => ({ code: 400, status: 'INVALID_ARGUMENT', message: `${name} is missing` })
};

const causes = (body: unknown, step = 'token'): string[] =>
	diagnose({ step, status: 400, body: JSON.stringify(body) }).map(({ code }) => code);

const ofTheCode = ['code-already-used', 'code-expired', 'code-issued-to-another-client'];

describe.each(Object.keys(missing))('a list of faults: %s', (make) => {
	const body = (name: string): unknown => missing[make]?.(name);

	it('names the parameter that is missing', () => {
		expect(causes(body('code_verifier'))[0]).toBe('pkce-verifier-missing');
		expect(causes(body('code_challenge'), 'authorize')[0]).toBe('pkce-challenge-missing');
	});

	it('and says nothing of the authorization code', () => {
		for (const name of ['code_verifier', 'client_id', 'grant_type', 'redirect_uri', 'username'])
			for (const code of causes(body(name))) expect(ofTheCode, name).not.toContain(code);
	});
});

describe('the members of an error object', () => {
	it.each([
		[{ code: 'invalid_type', message: 'Nope' }],
		[{ code: 401, message: 'Nope' }],
		[{ code: '401', message: 'Nope' }],
		[{ error: { code: 400, message: 'Nope', status: 'FAILED_PRECONDITION' } }],
		[{ error: { code: 'ERR_BAD_REQUEST', message: 'Nope' } }],
		[{ errors: [{ code: 'too_small', message: 'Nope' }] }],
		[{ errors: [{ code: 'expired_thing', status: 410 }] }],
		[{ message: '{"code":"used","status":409}' }],
		[{ message: '[{"code":"invalid_type","path":["x"]' }],
		[{ message: "{ code: 'ERR_USED', errno: -3 }" }],
		[{ message: 'Request failed with status code 400' }],
		[{ message: 'code: 401 invalid' }],
		[{ message: 'Error: expired (code=42)' }]
	])('are not the authorization code: %j', (body) => {
		for (const code of causes(body)) expect(ofTheCode).not.toContain(code);
	});

	it.each([
		[{ error: 'invalid_grant', error_description: 'Invalid authorization code: abc123' }],
		[{ code: 'invalid_code', message: 'Unknown' }],
		[{ error_description: 'The code has expired' }],
		[{ code: 400, message: 'This authorization code has been used.' }],
		[{ errors: [{ code: 'invalid', message: 'Authorization code is expired' }] }]
	])('and the words of the server may be about it: %j', (body) => {
		expect(ofTheCode).toContain(causes(body)[0]);
	});

	it('are taken out of a text, and nothing else is', () => {
		expect(withoutMembers('Invalid authorization code: SplxlOBeZQQYbYS6WxSbIA')).toContain(
			'SplxlOBeZQQYbYS6WxSbIA'
		);
		expect(withoutMembers('the code is wrong')).toBe('the code is wrong');
		expect(withoutMembers('failed, code: 401')).not.toContain('401');
	});

	it('of any value are read', () => {
		for (const value of [
			null,
			1,
			'x',
			[],
			{},
			[[[]]],
			{ errors: null },
			{ detail: 'x' },
			[null, { path: 1 }]
		])
			expect(Array.isArray(issueTexts(value))).toBe(true);
	});
});
