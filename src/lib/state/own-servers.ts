/** Whether a walk goes to the servers of this site and to nobody else. */
import { editName } from '$lib/flow/kept-edit';
import { moveIds } from '$lib/lexicon/steps';
import { ConfigurationDraft } from './configuration-draft.svelte';
import type { Walk } from './context';
import { isAllAt } from './flight';

/** Whether a message is open to edits: where it goes is for the person alone, who sends it. */
export const isEditing = ({ drafts }: Pick<Walk, 'drafts'>): boolean =>
	moveIds.some((move) => (drafts.get(editName(move)) ?? '') !== '');

/**
 * By what the first form says and by what the walk goes by: the issuer, everything that its metadata names, where a code
 * comes back to, and the API. A recording is nobody's to send.
 */
export function isAtOwnServers({
	playground,
	drafts,
	start
}: Pick<Walk, 'playground' | 'drafts' | 'start'>): boolean {
	const { configuration, recorded, server } = playground.session;
	if (recorded || isEditing({ drafts }) || !isAllAt(start.issuer, server)) return false;
	const form = new ConfigurationDraft(drafts, configuration ?? start).configuration;
	return [configuration ?? start, form].every(
		({ issuer, redirectUri, apiUrl }) =>
			issuer === start.issuer && redirectUri === start.redirectUri && apiUrl === start.apiUrl
	);
}
