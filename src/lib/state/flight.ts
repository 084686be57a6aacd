/** What the autopilot does at a step, and where it may: loaded with the first flight. */
import type { Session } from '$lib/flow/session';
import { flyTo, rewind, type Hands, type PilotEnd } from '$lib/flow/autopilot';
import { editOf } from '$lib/flow/kept-edit';
import { typedInput } from '$lib/flow/typed-input';
import type { StepId } from '$lib/lexicon/steps';
import type { Around, PilotPorts } from './autopilot.svelte';
import { ConfigurationDraft } from './configuration-draft.svelte';

export interface Flight {
	last: StepId;
	/** Once more from there. */
	from: StepId | undefined;
	/** The page of this step is being opened. */
	reached(step: StepId): void;
	isStopped(): boolean;
}

/** Whether everything that a server names of itself is on the site of its issuer. */
export function isAllAt(issuer: string, server: Session['server']): boolean {
	const named = Object.entries(server ?? {}).filter(
		([name, value]) => typeof value === 'string' && (name.endsWith('_endpoint') || name === 'jwks_uri')
	);
	return named.every(
		([, url]) => URL.canParse(`${url}`) && new URL(`${url}`).origin === new URL(issuer).origin
	);
}

/** The servers of this site, or one whose metadata this page fetched: never one that was typed, or that a file brought along. */
function isAllowed({ playground, start }: Around): boolean {
	const { configuration, recorded, server, discovery, typed } = playground.session;
	if (!configuration || recorded) return false;
	if (configuration.issuer === start.issuer && isAllAt(start.issuer, server)) return true;
	// Of several documents of one issuer the newest counts.
	const source = typed ? undefined : discovery.findLast(({ value }) => value !== undefined);
	return source !== undefined && playground.hasSent(source.exchange);
}

/** The API that the configuration names, and no other that was typed once. */
function isApiOf({ playground, drafts }: Around): boolean {
	const { configuration } = playground.session;
	const { url = '' } = typedInput(drafts, configuration, 'api');
	const known = configuration?.apiUrl ?? '';
	return URL.canParse(url) && URL.canParse(known) && new URL(url).origin === new URL(known).origin;
}

const formOf = ({ playground, drafts, start }: Around): ConfigurationDraft =>
	new ConfigurationDraft(drafts, playground.session.configuration ?? start);

/** What the first form says is what its button takes. */
function mayFetch(around: Around): boolean {
	const { playground, start } = around;
	const { configuration } = playground.session;
	const form = formOf(around);
	const isStart = form.configuration.issuer === start.issuer && form.configuration.clientId !== '';
	return isStart || (isAllowed(around) && configuration !== undefined && !form.differsFrom(configuration));
}

/** Where the browser would be sent to sign in. */
async function signInUrl({ playground, drafts }: Around): Promise<string> {
	const asked = await playground.preview('authorize', 'authorization');
	if (!asked.ok) return playground.session.server?.authorization_endpoint ?? '';
	return (editOf(drafts, 'authorization', asked.value).edited ?? asked.value).url;
}

async function refusal(
	around: Around,
	{ knows }: PilotPorts,
	step: StepId
): Promise<PilotEnd['why'] | undefined> {
	if (step === 'verifier' || step === 'challenge') return undefined;
	if (step === 'configure') return mayFetch(around) ? undefined : 'not-fetched';
	if (!isAllowed(around)) return 'not-fetched';
	if (step === 'call' && !isApiOf(around)) return 'not-fetched';
	if (step !== 'authorize' && step !== 'callback') return undefined;
	const { configuration, authorizationRequest } = around.playground.session;
	// A code that comes to another page of this machine is not ours to fetch.
	if (configuration?.redirectUri !== around.start.redirectUri) return 'sign-in';
	// What stands behind a `#` is for the page that a browser opens: no visitor gets it.
	if (configuration?.responseMode?.startsWith('fragment')) return 'sign-in';
	const sent = authorizationRequest?.url ?? '';
	return knows(step === 'callback' ? sent : await signInUrl(around)) ? undefined : 'sign-in';
}

async function prepare(around: Around, step: StepId): Promise<void> {
	const { playground } = around;
	const { configuration } = playground.session;
	const form = formOf(around);
	if (step === 'configure' && (!configuration || form.differsFrom(configuration)))
		await playground.configure(form.configuration);
}

function handsOf(around: Around, ports: PilotPorts, { isStopped, reached }: Flight): Hands {
	const { playground, drafts } = around;
	return {
		way: 'autopilot',
		get method() {
			return drafts.get('challenge method') === 'plain' ? 'plain' : 'S256';
		},
		get verifier() {
			const typed = drafts.get('verifier') ?? '';
			return typed === '' ? undefined : typed;
		},
		input: (move) => ({
			...playground.held(),
			...typedInput(drafts, playground.session.configuration, move)
		}),
		edit: (move, request) => editOf(drafts, move, request).edited ?? request,
		send: (step, move, { asked, edited, input }) => playground.send(step, move, asked, edited, input),
		visit: ports.signIn,
		open: (step) => {
			reached(step);
			return ports.open(`/flow/${step}/`);
		},
		pause: ports.pause,
		isStopped,
		refuses: (step) => refusal(around, ports, step),
		prepare: (step) => prepare(around, step)
	};
}

export async function fly(around: Around, ports: PilotPorts, flight: Flight): Promise<PilotEnd> {
	const { playground } = around;
	const { last, from } = flight;
	const hands = handsOf(around, ports, flight);
	if (from === undefined) return flyTo(playground, last, hands);
	if (!isAllowed(around)) return { at: from, why: 'not-fetched' };
	return flyTo(playground, last, hands, await rewind(playground, from));
}
