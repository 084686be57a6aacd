import { obstacleTo } from '$lib/flow/mistakes';
import { typedInput } from '$lib/flow/typed-input';
import type { MistakeId, MistakeObstacle } from '$lib/lexicon/mistakes';
import type { Walk } from './context';

/** Why the walk cannot be broken that way, with what is typed beside it. Without what it takes to lay one open. */
export function obstacleOf(
	{ playground, drafts }: Pick<Walk, 'playground' | 'drafts'>,
	id: MistakeId
): MistakeObstacle | undefined {
	const { session } = playground;
	return obstacleTo(session, id, typedInput(drafts, session.configuration, 'api').url ?? '');
}
