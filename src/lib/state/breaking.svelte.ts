/** A mistake that the person chose to make: it is laid open where it is made, and they send it. */
import type { PilotEnd } from '$lib/flow/autopilot';
import { mistakeIds, mistakeSteps, type MistakeId } from '$lib/lexicon/mistakes';
import { onlyKnown } from '$lib/lexicon/only-known';
import { loadPart } from '$lib/lexicon/part';
import type { StepId } from '$lib/lexicon/steps';
import type { Fact } from '$lib/trace/fact';
import type { Autopilot } from './autopilot.svelte';
import type { Walk } from './context';
import type { MistakeTrouble } from './lay-open';

const draft = 'mistake';

/** `since`: how long the trace was when it was laid open; `at`: the name of the draft in which it lies. */
interface Kept {
	id?: MistakeId | undefined;
	since?: number;
	at?: string;
}

function readKept(text: string): Kept {
	const [name, since, ...at] = text.split(' ');
	const id = mistakeIds.find((one) => one === name);
	return since === undefined ? { id } : { id, since: Number(since), at: at.join(' ') };
}

/** What it was made of is no more. */
const isBeginning = ({ kind }: Fact): boolean =>
	kind === 'generated' || kind === 'configured' || kind === 'opened';

/** It was sent, or what it was made of is no more. */
const isEndOf = (fact: Fact, step: StepId): boolean =>
	fact.kind === 'exchanged' || fact.kind === 'left' || fact.kind === 'returned'
		? fact.step === step
		: isBeginning(fact);

/**
 * It goes out as it was laid open: edited, or pasted, or as it is where nothing has to be changed. An edit that was taken
 * back before is no mistake.
 */
function isSentBy(fact: Fact, { id, at }: Kept): boolean {
	if (id === undefined || !isEndOf(fact, mistakeSteps[id])) return false;
	if (fact.kind === 'returned') return fact.way === 'pasted';
	return (fact.kind === 'exchanged' || fact.kind === 'left') && (at === '' || fact.asked !== undefined);
}

/** The same kind of message went out, or came, after it. */
const isNextOf = (fact: Fact, sent: Fact): boolean =>
	fact.kind === 'exchanged'
		? sent.kind === 'exchanged' && fact.move === sent.move
		: fact.kind === sent.kind || isBeginning(fact);

const loadMaking = () => loadPart(() => import('./lay-open'));
const loadMistakes = () => loadPart(() => import('$lib/flow/mistakes'));

export class Breaking {
	readonly #walk: Pick<Walk, 'playground' | 'drafts'>;
	readonly #pilot: Autopilot;
	readonly #open: (path: string) => Promise<void>;
	#trouble = $state.raw<MistakeTrouble>();

	constructor(
		walk: Pick<Walk, 'playground' | 'drafts'>,
		pilot: Autopilot,
		open: (path: string) => Promise<void>
	) {
		this.#walk = walk;
		this.#pilot = pilot;
		this.#open = open;
	}

	/** The one that was chosen, until it has been sent. */
	get wanted(): MistakeId | undefined {
		const { id, since, at = '' } = this.#kept;
		if (id === undefined || since === undefined) return id;
		const { trace } = this.#walk.playground;
		const isTakenBack = at !== '' && this.#walk.drafts.get(at) === undefined;
		const isOver = isTakenBack || trace.slice(since).some((fact) => isEndOf(fact, mistakeSteps[id]));
		return since > trace.length || isOver ? undefined : id;
	}

	/** The one that was sent, as long as the walk shows what came of it. */
	get sent(): MistakeId | undefined {
		const { id, since, at } = this.#kept;
		if (id === undefined || since === undefined) return undefined;
		const [sent, ...others] = this.#walk.playground.trace
			.slice(since)
			.filter((fact) => isEndOf(fact, mistakeSteps[id]));
		if (!sent || others.some((fact) => isNextOf(fact, sent))) return undefined;
		return isSentBy(sent, { id, ...onlyKnown({ at }) }) ? id : undefined;
	}

	/** Whether it lies open and waits to be sent. */
	get isMade(): boolean {
		return this.wanted !== undefined && this.#kept.since !== undefined;
	}

	/** Why it could not be laid open. */
	get trouble(): MistakeTrouble | undefined {
		return this.#trouble;
	}

	/** Goes to where it is made, and lays it open where that takes no message. */
	async pick(id: MistakeId): Promise<void> {
		// Whoever breaks it walks by themselves from here: the autopilot would go past it, or send it.
		await this.#pilot.takeOver();
		this.undo();
		this.#walk.drafts.set(draft, id);
		const { prepareAttempt } = await loadMaking();
		await prepareAttempt(this.#walk, id);
		await this.make();
		await this.#open(`/flow/${mistakeSteps[id]}/`);
	}

	/** Has the autopilot go as far as it takes, by a new attempt where this one is too far. */
	async reach(): Promise<void> {
		const { playground } = this.#walk;
		const { wanted } = this;
		if (wanted === undefined) return;
		const { mistakes, takesAnew } = await loadMistakes();
		if (takesAnew(playground.session, wanted)) await playground.startAnew();
		const { at, why } = await this.#pilot.to(mistakes[wanted].after);
		if (why !== 'done') return this.#leaveTo(at, why);
		await this.make();
		await this.#open(`/flow/${mistakeSteps[wanted]}/`);
	}

	/** Lays it open. Nothing is sent. */
	async make(): Promise<void> {
		const { wanted } = this;
		if (wanted === undefined) return;
		const { layOpen } = await loadMaking();
		const laid = await layOpen(this.#walk, wanted);
		if (laid === 'early') return;
		if ('trouble' in laid) this.#trouble = laid.trouble;
		else this.#walk.drafts.set(draft, `${wanted} ${this.#walk.playground.trace.length} ${laid.draft}`);
	}

	/** The same once more as it should be, by a new attempt where this one is used up. */
	async mend(): Promise<void> {
		const { sent } = this;
		if (sent === undefined) return;
		const { mistakes } = await loadMistakes();
		const { mendedAt, spends } = mistakes[sent];
		this.undo();
		if (spends) await this.#walk.playground.startAnew();
		const { at, why } = await this.#pilot.to(mendedAt, spends ? undefined : mendedAt);
		if (why !== 'done') await this.#leaveTo(at, why);
	}

	/** The rest is the person's. Where it is only that nothing may be sent for them, the step says what to press. */
	async #leaveTo(step: StepId, why: PilotEnd['why']): Promise<void> {
		if (why === 'not-fetched') this.#pilot.stop();
		await this.#open(`/flow/${step}/`);
	}

	/** Takes it back. */
	undo(): void {
		const { at = '' } = this.#kept;
		this.#trouble = undefined;
		this.#walk.drafts.clear(draft);
		if (at !== '') this.#walk.drafts.clear(at);
	}

	get #kept(): Kept {
		return readKept(this.#walk.drafts.get(draft) ?? '');
	}
}
