/** Lays a mistake open: as an edit of the message that it is made in, or in the box for a callback. Nothing is sent. */
import { fromEditable, toEditable } from '$lib/flow/edit';
import { editName, keepEdit } from '$lib/flow/kept-edit';
import { isReady, mistakes, takesAnew } from '$lib/flow/mistakes';
import { typedInput } from '$lib/flow/typed-input';
import { mistakeSteps, type MistakeId, type MistakeObstacle } from '$lib/lexicon/mistakes';
import type { HttpRequest } from '$lib/wire/http';
import type { Walk } from './context';
import { obstacleOf } from './mistake-obstacle';

/** `hidden`: the message does not carry the value openly. */
export type MistakeTrouble = 'hidden' | MistakeObstacle;

/** `draft`: where it lies, if it takes one. `early`: the walk is not where it has to be. */
export type LaidOpen = { draft: string } | { trouble: MistakeTrouble } | 'early';

type Around = Pick<Walk, 'playground' | 'drafts'>;

const sameMessage = (asked: HttpRequest, edited: HttpRequest): boolean =>
	JSON.stringify(fromEditable(toEditable(asked))) === JSON.stringify(edited);

async function editMessage({ playground, drafts }: Around, id: MistakeId): Promise<LaidOpen> {
	const { move, edit } = mistakes[id];
	const { session } = playground;
	if (!move || !edit) return { draft: '' };
	const name = move(session);
	const input = typedInput(drafts, session.configuration, name);
	const asked = await playground.preview(mistakeSteps[id], name, input);
	if (!asked.ok) return { trouble: 'hidden' };
	const edited = edit(toEditable(asked.value), session);
	if (sameMessage(asked.value, fromEditable(edited))) return { trouble: 'hidden' };
	keepEdit(drafts, name, asked.value, edited);
	return { draft: editName(name) };
}

export async function layOpen(around: Around, id: MistakeId): Promise<LaidOpen> {
	const { playground, drafts } = around;
	const obstacle = obstacleOf(around, id);
	if (obstacle) return { trouble: obstacle };
	if (!isReady(playground.session, id)) return 'early';
	const { paste } = mistakes[id];
	if (!paste) return editMessage(around, id);
	const url = paste(playground.session);
	if (url === undefined) return { trouble: 'hidden' };
	drafts.set('callback', url);
	return { draft: 'callback' };
}

/** A new attempt, where the mistake takes one and no message has to be sent for it. */
export async function prepareAttempt({ playground }: Around, id: MistakeId): Promise<void> {
	if (mistakes[id].after === 'challenge' && takesAnew(playground.session, id)) await playground.startAnew();
}
