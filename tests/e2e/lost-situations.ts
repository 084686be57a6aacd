/** Where a page fetches a part of itself later: what a person did to come there, and what they do. */
import { strToU8, zipSync } from 'fflate';
import type { Locator, Page } from 'playwright/test';
import { intakeTexts } from '../../src/lib/lessons/en/intake/intake';
import { autopilotTexts, keyTexts } from '../../src/lib/lessons/en/walk/autopilot';
import { frameTexts } from '../../src/lib/lessons/en/walk/frame';
import { stepTexts } from '../../src/lib/lessons/en/walk/steps';
import { pastedTicketTexts } from '../../src/lib/lessons/en/report/pasted-ticket';
import { scoreTexts } from '../../src/lib/lessons/en/walk/score';
import { traceOfBrought } from '../../src/lib/recording/brought-walk';
import { recognise } from '../../src/lib/recording/intake';
import { ledTo } from '../../src/lib/state/led-to';
import type { Fact, Trace } from '../../src/lib/trace/fact';
import { caseSituations } from './lost-cases';
import { frameSituations } from './lost-frame';
import { lifeSituations } from './lost-life';
import { answer } from '../fixtures/messages';
import { recordedSignIn } from '../fixtures/recorded';
import { entryOf, harOf, signIn } from '../fixtures/recordings';
import { at, createSigner, idTokenClaims, signToken } from '../fixtures/tokens';
import {
	configured,
	callbackUrl,
	discovered,
	exchanged,
	generated,
	left,
	metadata,
	returned,
	state,
	tokenFact,
	verifier,
	wholeWalk
} from '../fixtures/walk';

export interface Situation {
	name: string;
	path: string;
	trace?: Trace;
	/** Configurations of earlier walks. */
	saved?: unknown[];
	/** What a person does there. Waits for nothing: what it would wait for may be what is lost. */
	act?: (page: Page) => Promise<void>;
}

export const press = (page: Page | Locator, name: string | RegExp): Promise<void> =>
	page.getByRole('button', { name }).first().click();

/** Opens everything that is folded, and what is folded inside; and shows what is under every tab. */
export async function unfold(page: Page): Promise<void> {
	await page.locator('[role=tabpanel][hidden]').evaluateAll((panels) => {
		for (const panel of panels) panel.removeAttribute('hidden');
	});
	for (const _ of [1, 2, 3])
		await page.locator('details:not([open])').evaluateAll((folds) => {
			for (const fold of folds) fold.setAttribute('open', '');
		});
}

const nothing = { known: false, why: 'taken-out' } as const;
/** A file whose values were taken out, and which says what was checked before. */
const said: Fact = {
	kind: 'imported',
	at,
	entries: 1,
	unread: 0,
	lacks: [],
	said: [
		{
			...{ version: 1, of: 0, challenge: nothing, state: nothing, redirectUri: nothing, code: nothing },
			...{ uses: nothing, secondsToRedeem: nothing, signature: nothing, clock: nothing },
			...{ tokenRequest: nothing, bearer: nothing }
		}
	]
};

const upTo = (facts: Trace, kind: Fact['kind']): Trace =>
	facts.slice(0, facts.findIndex((fact) => fact.kind === kind) + 1);

const before = (extensions: ('par' | 'dpop' | 'request-object')[], authentication?: 'client_secret_post') => [
	configured({ extensions, ...(authentication ? { authentication } : {}) }),
	discovered({
		...metadata,
		pushed_authorization_request_endpoint: `${metadata.issuer}/par`,
		token_endpoint_auth_methods_supported: ['none', 'client_secret_post', 'private_key_jwt']
	}),
	generated('verifier', { code_verifier: verifier }),
	generated('challenge', { code_challenge_method: 'S256' })
];

async function proofKey(): Promise<string> {
	const pair = await crypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, true, ['sign']);
	return JSON.stringify(await crypto.subtle.exportKey('jwk', pair.privateKey));
}

const nothingThere = exchanged(
	'configure',
	'discovery',
	{ url: `${metadata.issuer}/.well-known/openid-configuration` },
	answer('', { status: 404 })
);

const withOtherVerifier = (fact: Fact): Fact =>
	fact.kind === 'exchanged' && fact.move === 'token'
		? (JSON.parse(JSON.stringify(fact).replaceAll(verifier, verifier.toUpperCase())) as Fact)
		: fact;

const har = JSON.stringify({ log: { version: '1.2', creator: { name: 'a', version: '1' }, entries: [] } });
const importHar = async (page: Page): Promise<void> => {
	await press(page, 'This walk…');
	await page
		.getByLabel('File to import')
		.setInputFiles({ name: 'a.har', mimeType: 'application/json', buffer: Buffer.from(har) });
};
/** Where there is no worker the page reads a file itself. */
const importWithoutWorker = async (page: Page): Promise<void> => {
	await page.evaluate(() => Reflect.deleteProperty(window, 'Worker'));
	const buffer = Buffer.from(zipSync({ 'a.har': strToU8(harOf(signIn.map(entryOf))) }));
	await page
		.locator('fieldset:enabled')
		.getByLabel(intakeTexts.choose)
		.setInputFiles({ name: 'a.zip', mimeType: 'application/zip', buffer });
};
const fetchMetadata = async (page: Page): Promise<void> => {
	await press(page, 'Fetch the metadata');
	await page.locator('[data-outcome]').first().waitFor();
	await unfold(page);
};
const paste = (page: Page): Promise<void> =>
	page.getByLabel('What you have', { exact: true }).fill(callbackUrl());
const typeIssuer = async (page: Page): Promise<void> => {
	await page.getByText('Your own', { exact: true }).click();
	await page.getByLabel('Issuer', { exact: true }).fill('https://dev-1.okta.com/oauth2/default');
};

/** The page once more, with this kept in its tab. */
async function withKept(page: Page, name: 'drafts' | 'replaced', value: object): Promise<void> {
	await page.evaluate(([key, text]) => sessionStorage.setItem(key, text), [
		`pkce-playground / ${name}`,
		JSON.stringify(value)
	] as const);
	await page.reload();
}

/** One more fact where the tab has no room for another character. */
const factWithoutRoom = async (page: Page): Promise<void> => {
	await page.evaluate(() => {
		let filled = sessionStorage.getItem('filled') ?? '';
		for (let part = 4_194_304; part >= 1; part /= 2)
			try {
				sessionStorage.setItem('filled', filled + 'x'.repeat(part));
				filled += 'x'.repeat(part);
			} catch {
				// No room for that much: half of it, perhaps.
			}
	});
	await page.getByRole('button', { name: /^Generate a/ }).click();
};

export async function situations(): Promise<Situation[]> {
	const signer = await createSigner('ES256');
	const walk = await wholeWalk(signer);
	const accessJwt = await signToken(signer, idTokenClaims());
	const failed = [...upTo(walk, 'returned'), tokenFact({ error: 'invalid_grant' }, 400)];
	const denied = [...upTo(walk, 'left'), returned(callbackUrl({ error: 'access_denied' }))];
	const attempt = { state, nonce: 'n' };
	const proven = { ...attempt, dpop_jwk: await proofKey() };
	const brought = traceOfBrought(
		recognise(`${metadata.issuer}/authorize?response_type=code&client_id=c`),
		at
	);
	const saved = {
		issuer: 'https://saved.example',
		clientId: 'c',
		redirectUri: 'https://a.example/',
		scope: ''
	};
	return [
		{ name: 'servers in the page', path: '/flow/configure/', act: fetchMetadata },
		{ name: 'a step that was not recorded', path: '/flow/tokens/', trace: brought.ok ? brought.value : [] },
		{ name: 'a request that was brought', path: '/flow/authorize/', trace: brought.ok ? brought.value : [] },
		{
			name: 'the answer to a request that was brought',
			path: '/flow/callback/',
			trace: brought.ok ? brought.value : []
		},
		{ name: 'settings of a recording', path: '/flow/configure/', trace: recordedSignIn(), act: unfold },
		{
			name: 'what its file says of a recording',
			path: '/flow/exchange/',
			trace: [said, ...recordedSignIn()],
			act: unfold
		},
		{ name: 'a refusal in a recording', path: '/flow/exchange/', trace: recordedSignIn() },
		{
			name: 'tokens of a recording',
			path: '/flow/tokens/',
			trace: recordedSignIn({ status: 200, body: { access_token: accessJwt, token_type: 'Bearer' } })
		},
		{ name: 'a full tab', path: '/flow/verifier/', trace: upTo(walk, 'exchanged'), act: factWithoutRoom },
		{
			name: 'a walk that cannot be read',
			path: '/flow/verifier/',
			act: async (page) => {
				// Before the page reads it: one that is there already may have put it aside, and begins anew then.
				await page.addInitScript(() => {
					if (sessionStorage.getItem('broken')) return;
					sessionStorage.setItem('broken', 'once');
					sessionStorage.setItem('pkce-playground / walk', 'no walk');
				});
				await page.reload();
			}
		},
		{ name: 'first visit', path: '/flow/configure/', act: unfold },
		{
			name: 'a known provider',
			path: '/flow/configure/',
			act: (page) => page.getByText('A known one', { exact: true }).click()
		},
		{ name: 'an issuer that is known', path: '/flow/configure/', act: typeIssuer },
		{
			name: 'a word of the glossary',
			path: '/flow/verifier/',
			act: (page) => press(page, stepTexts.verifier.terms['public-client'] ?? '')
		},
		{ name: 'a link', path: '/flow/configure/?issuer=https%3A%2F%2Fa.example&client_id=c' },
		{
			name: 'saved configurations',
			path: '/flow/configure/',
			saved: [{ ...saved, extra: [], apiUrl: '' }],
			act: async (page) => void (await page.reload())
		},
		...['configure', 'challenge', 'callback', 'exchange', 'tokens', 'call', 'renew'].map((id) => ({
			name: `the whole walk, at ${id}`,
			path: `/flow/${id}/`,
			trace: walk,
			act: unfold
		})),
		{ name: 'about to leave', path: '/flow/authorize/', trace: upTo(walk, 'left'), act: unfold },
		...lifeSituations(walk, unfold),
		...frameSituations,
		{
			name: 'an edit',
			path: '/flow/exchange/',
			trace: upTo(walk, 'returned'),
			act: (page) => press(page, 'Edit before sending')
		},
		{ name: 'no metadata', path: '/flow/configure/', trace: [configured(), nothingThere], act: unfold },
		{
			name: 'endpoints that were typed',
			path: '/flow/configure/',
			trace: [
				configured(),
				generated('configure', {
					authorization_endpoint: metadata.authorization_endpoint,
					token_endpoint: metadata.token_endpoint
				})
			],
			act: unfold
		},
		{
			name: 'a host without TLS',
			path: '/flow/configure/',
			trace: [configured({ issuer: 'http://keycloak.local:8080' })]
		},
		{
			name: 'a server that takes any verifier',
			path: '/flow/exchange/',
			trace: walk.map(withOtherVerifier),
			act: unfold
		},
		{ name: 'a refused code', path: '/flow/exchange/', trace: failed, act: unfold },
		{ name: 'a refused sign-in', path: '/flow/callback/', trace: denied, act: unfold },
		{
			name: 'a pushed request',
			path: '/flow/authorize/',
			trace: [...before(['par']), generated('authorize', attempt)],
			act: unfold
		},
		{
			name: 'a signed request',
			path: '/flow/authorize/',
			trace: [...before(['request-object']), generated('authorize', attempt)],
			act: (page) => press(page, 'Make a new P-256 key')
		},
		{
			name: 'a proof of possession',
			path: '/flow/exchange/',
			trace: [...before(['dpop']), generated('authorize', proven), left(), returned()]
		},
		{
			name: 'a client secret',
			path: '/flow/exchange/',
			trace: [...before([], 'client_secret_post'), generated('authorize', attempt), left(), returned()]
		},
		{
			name: 'a second answer',
			path: '/flow/tokens/',
			trace: [...walk, returned(callbackUrl({ code: 'another' }))]
		},
		{
			name: 'two attempts',
			path: '/flow/exchange/',
			trace: [...walk, generated('authorize', attempt), left()],
			act: unfold
		},
		{
			name: 'a fresh start',
			path: '/flow/tokens/',
			trace: walk,
			act: async (page) => {
				await press(page, 'This walk…');
				await press(page, 'Start over');
			}
		},
		{
			name: 'a walk that gave way to another one',
			path: '/flow/tokens/',
			trace: walk,
			act: (page) => withKept(page, 'replaced', { by: 'fresh', messages: 0 })
		},
		{
			name: 'a walk without its secrets',
			path: '/flow/exchange/',
			trace: [
				configured(),
				discovered(),
				generated('verifier', { code_verifier: 'redacted-code_verifier-1' })
			]
		},
		{
			name: 'a step on the way of a link',
			path: '/flow/verifier/',
			trace: upTo(walk, 'exchanged'),
			act: (page) => withKept(page, 'drafts', { [ledTo]: 'exchange' })
		},
		{ name: 'import', path: '/flow/tokens/', trace: walk, act: importHar },
		{ name: 'import without a worker', path: '/diagnose/', act: importWithoutWorker },
		{
			name: 'export as HAR',
			path: '/flow/tokens/',
			trace: walk,
			act: async (page) => {
				await press(page, 'This walk…');
				await press(page, 'Export its messages as HAR');
			}
		},
		{ name: 'a report', path: '/flow/report/', trace: failed },
		{ name: 'a report of a refused sign-in', path: '/flow/report/', trace: denied },
		{
			name: 'a ticket of what is pasted',
			path: '/diagnose/',
			act: async (page) => {
				await page.getByLabel('What you have', { exact: true }).fill('AADSTS9002327');
				await page.getByText(pastedTicketTexts.title, { exact: true }).click();
			}
		},
		{
			name: 'an error that is pasted',
			path: '/diagnose/',
			act: (page) => page.getByLabel('What you have', { exact: true }).fill('AADSTS9002327')
		},
		{
			name: 'a message of a library that is pasted',
			path: '/diagnose/',
			act: (page) =>
				page.getByLabel('What you have', { exact: true }).fill('Error: No matching state found in storage')
		},
		...Object.entries({
			'a token': accessJwt,
			'an authorization URL': `${metadata.authorization_endpoint}?client_id=a&response_type=code&redirect_uri=https%3A%2F%2Fa.example%2Fcb`,
			'a request as curl': `curl ${metadata.token_endpoint} -d grant_type=authorization_code -d code=abc -d code_verifier=${verifier}`
		}).map(([name, text]) => ({
			name: `${name} that is pasted`,
			path: '/diagnose/',
			act: (page: Page) => page.getByLabel('What you have', { exact: true }).fill(text)
		})),
		{
			name: 'an issuer that is pasted',
			path: '/diagnose/',
			act: async (page) => {
				await page.getByLabel('What you have', { exact: true }).fill(metadata.issuer);
				await press(page, intakeTexts.useIssuer);
			}
		},
		{ name: 'a callback that is pasted', path: '/diagnose/', act: paste },
		{
			name: 'a callback that is opened',
			path: '/diagnose/',
			act: async (page) => {
				await paste(page);
				await press(page, 'Open it in the walk');
			}
		},
		...caseSituations(walk, accessJwt),
		{
			name: 'a recording whose secrets are taken out',
			path: '/sanitise/',
			act: (page) =>
				page
					.locator('fieldset:enabled input[type=file]')
					.setInputFiles('tests/fixtures/reports/103-first-works-second-fails.har')
		},
		{ name: 'a link to a recording that is asked for', path: '/collect/?provider=okta&case=1' },
		{ name: 'a link that is made', path: '/collect/', act: unfold },
		{ name: 'the first page', path: '/' },
		{ name: 'a sign-in that is played', path: '/', act: (page) => press(page, /^Play/) },
		{ name: 'the end', path: '/flow/end/', trace: walk },
		{ name: 'a picture', path: '/flow/end/', trace: walk, act: (page) => press(page, scoreTexts.saveSvg) },
		{
			name: 'a mistake that was chosen',
			path: '/flow/exchange/',
			trace: upTo(walk, 'returned'),
			act: (page) => withKept(page, 'drafts', { mistake: 'wrong-verifier' })
		},
		{
			name: 'a mistake',
			path: '/flow/exchange/',
			trace: upTo(walk, 'returned'),
			act: async (page) => {
				await press(page, frameTexts.breakIt);
				await press(page, /^Wrong verifier/);
			}
		},
		{ name: 'keys', path: '/flow/verifier/', act: (page) => press(page, keyTexts.title) },
		{
			name: 'a walk by itself',
			path: '/flow/configure/',
			act: async (page) => {
				// Without a pause between the steps.
				await page.emulateMedia({ reducedMotion: 'reduce' });
				await press(page, autopilotTexts.toEnd);
				await page.waitForURL('**/flow/end/');
			}
		},
		{
			name: 'rules that are tried',
			path: '/provider/rules/?new=add-claim.rule',
			act: async (page) => {
				await press(page, /^Try/);
			}
		}
	];
}
