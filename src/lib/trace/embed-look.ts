/**
 * How an address asks for a frame's look: `?embed=1&theme=dark&step=exchange&steps=challenge,exchange&controls=none`. What
 * of it means nothing here is left out and named, so that whoever wrote it sees why; a secret is refused as in any link.
 */
import {
	embedControls,
	embeddedPreset,
	embedParameters,
	embedThemes,
	type EmbedPage,
	type EmbedParameter,
	type EmbedShown,
	type EmbedTheme
} from '$lib/lexicon/embedding';
import type { IntakeFailure } from '$lib/lexicon/failure';
import { stepIds, type StepId } from '$lib/lexicon/steps';
import { formatForm, parseForm, type Pair } from '$lib/wire/form';
import { linkNames, refusedQuery } from './link';

export interface EmbedLook {
	/** Undefined: as the person has it here. */
	theme?: EmbedTheme;
	/** What the walk goes through, in its order; never empty. */
	steps: readonly StepId[];
	controls: readonly EmbedShown[];
}

export interface EmbedAsked {
	look: EmbedLook;
	step?: StepId;
	/** Of a provider. */
	preset?: string;
	/** Settings of a link, as a query; empty when there are none. */
	link: string;
	/** What means nothing here. */
	ignored: readonly { name: string; value: string }[];
	refused?: IntakeFailure;
}

const shown: readonly EmbedShown[] = ['wire', 'checks'];

export const plainLook: EmbedLook = { steps: stepIds, controls: shown };

const isParameter = (name: string): name is EmbedParameter =>
	embedParameters.some((parameter) => parameter === name);

const oneOf = <T extends string>(list: readonly T[], word: string): T | undefined =>
	list.find((member) => member === word);

/** What the pages without a walk have no use for. */
const ofWalk: ReadonlySet<string> = new Set([
	...['step', 'steps', 'preset', 'controls'],
	...linkNames.filter((name) => name !== 'preset')
]);

/** Reads the values one by one; `ignored` gets those that it does not know. */
class Reading {
	readonly ignored: { name: string; value: string }[] = [];
	readonly #values = new Map<string, string>();

	constructor(pairs: readonly Pair[], page: EmbedPage | undefined) {
		for (const [name, value] of pairs) {
			const isKnown = isParameter(name) || linkNames.includes(name);
			const isIdle = page !== 'walk' && ofWalk.has(name);
			if (value.trim() === '') continue;
			// The first of a name counts, but for the free parameters of a link.
			if (isKnown && !isIdle && !this.#values.has(name)) this.#values.set(name, value.trim());
			else if (name !== 'extra' || isIdle) this.#ignore(name, value);
		}
		if (this.#values.get('embed') !== '1') this.#ignore('embed', this.#values.get('embed') ?? '');
	}

	#ignore(name: string, value: string): void {
		this.ignored.push({ name: name.slice(0, 40), value: value.slice(0, 60) });
	}

	word<T extends string>(name: EmbedParameter, list: readonly T[]): T | undefined {
		const value = this.#values.get(name);
		const known = value === undefined ? undefined : oneOf(list, value);
		if (value !== undefined && known === undefined) this.#ignore(name, value);
		return known;
	}

	/** The known ones of a list with commas, in the order of `list`. */
	words<T extends string>(name: EmbedParameter, list: readonly T[]): T[] {
		const words = (this.#values.get(name) ?? '').split(',').map((word) => word.trim());
		for (const word of words) if (word !== '' && oneOf(list, word) === undefined) this.#ignore(name, word);
		return list.filter((member) => words.includes(member));
	}

	text(name: EmbedParameter, form: RegExp): string | undefined {
		const value = this.#values.get(name);
		if (value === undefined || form.test(value)) return value;
		this.#ignore(name, value);
		return undefined;
	}

	drop(name: EmbedParameter, value: string): undefined {
		this.#ignore(name, value);
	}
}

function controlsOf(reading: Reading): readonly EmbedShown[] {
	const named = reading.words('controls', embedControls);
	const some = shown.filter((one) => named.includes(one));
	if (some.length === 0) return named.includes('none') ? [] : shown;
	if (named.includes('none')) reading.drop('controls', 'none');
	return some;
}

/** What an address asks for that has `embed` in it. `page`: undefined where it is none that has a compact form. */
export function parseEmbed(search: string, page: EmbedPage | undefined): EmbedAsked {
	const refused = refusedQuery(search);
	if (refused) return { look: plainLook, link: '', ignored: [], refused };
	const pairs = parseForm(search);
	const reading = new Reading(pairs, page);
	const theme = reading.word('theme', embedThemes);
	const named = reading.words('steps', stepIds);
	const steps = named.length > 0 ? named : stepIds;
	const wanted = reading.word('step', stepIds);
	const step = wanted && !steps.includes(wanted) ? reading.drop('step', wanted) : wanted;
	const preset = reading.text('preset', /^[a-z0-9-]{1,40}$/);
	const controls = controlsOf(reading);
	const settings = page === 'walk' ? pairs.filter(([name]) => linkNames.includes(name)) : [];
	const isLink = settings.some(([name, value]) => name !== 'preset' && value.trim() !== '');
	return {
		look: { ...(theme ? { theme } : {}), steps, controls },
		...(step ? { step } : {}),
		...(preset && preset !== embeddedPreset && !isLink ? { preset } : {}),
		link: isLink ? formatForm(settings) : '',
		ignored: reading.ignored
	};
}

/** The look alone, as the query that asks for it: it holds nothing but words of the lists. */
export function formatLook({ theme, steps, controls }: EmbedLook): string {
	const all = steps.length === stepIds.length;
	const pairs: Pair[] = [
		['embed', '1'],
		['theme', theme ?? ''],
		['steps', all ? '' : steps.join(',')],
		['controls', controls.length === shown.length ? '' : controls.join(',') || 'none']
	];
	return formatForm(pairs.filter(([, value]) => value !== ''));
}

/**
 * The step to open, and the query to open it with; undefined where the page that was opened is the right one. `at`: the
 * step of that page; undefined: the home page, which has no compact form.
 */
export function landingOf(
	{ look, step, preset, link }: EmbedAsked,
	at: StepId | undefined
): { step: StepId; query: string } {
	const place = at && look.steps.includes(at) ? at : look.steps[0];
	const wanted = step ?? place ?? 'configure';
	if (link === '') return { step: preset ? 'configure' : wanted, query: formatLook(look) };
	const onward = step ?? (at === 'configure' ? undefined : place);
	const leads = onward && onward !== 'configure' ? `&step=${onward}` : '';
	return { step: 'configure', query: `${formatLook(look)}&${link}${leads}` };
}
