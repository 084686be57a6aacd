import type { Foresight } from '$lib/lexicon/hidden-answers';
import type { MoveId } from '$lib/lexicon/steps';
import { foresee } from '$lib/flow/hidden-answers';
import type { HttpRequest } from '$lib/wire/http';
import type { Session } from '$lib/flow/session';
import type { Trace } from '$lib/trace/fact';
import { loadPresets } from '$lib/providers/presets';

/** Whether the list of known providers says that this endpoint lets no page read its answers. */
async function isNeverReadable(preset: string | undefined, issuer: string): Promise<boolean> {
	try {
		const presets = await loadPresets();
		const known = presets.presetOf(preset ?? '') ?? presets.recognise(issuer);
		return known?.cors?.value === 'never';
	} catch {
		return false;
	}
}

/** Why the answer to this message will probably be hidden from the page at `own`; undefined: nothing speaks for it. */
export async function foreseen(
	{ trace, session }: { trace: Trace; session: Session },
	move: MoveId,
	request: Pick<HttpRequest, 'url'>,
	own: string
): Promise<Foresight | undefined> {
	const seen = foresee(trace, session, { move, url: request.url }, own);
	if (seen.known) return seen.because;
	const atToken = move === 'token' || move === 'refresh';
	const { configuration } = session;
	if (!atToken || !configuration) return seen.because;
	return (
		seen.because ??
		((await isNeverReadable(configuration.preset, configuration.issuer)) ? 'provider' : undefined)
	);
}
