import type { Extension } from '$lib/trace/configuration-choices';
import type { Session } from './session';

/** Whether the person switched an extension of the protocol on. */
export const isOn = ({ configuration }: Session, extension: Extension): boolean =>
	configuration?.extensions?.includes(extension) ?? false;
