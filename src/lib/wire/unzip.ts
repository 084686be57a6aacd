/** What is in a zip file. The library comes only with the first of them. */
import { unzipSync } from 'fflate';

export interface ZipMember {
	name: string;
	/** Bytes, unpacked. */
	size: number;
}

export interface Zip {
	members: ZipMember[];
	/** Undefined: it is not in it. */
	read: (name: string) => Uint8Array | undefined;
}

/** Undefined: it is damaged, or locked by a password. */
export function openZip(bytes: Uint8Array): Zip | undefined {
	const members: ZipMember[] = [];
	try {
		unzipSync(bytes, {
			filter: ({ name, originalSize }) => {
				members.push({ name, size: originalSize });
				return false;
			}
		});
	} catch {
		return undefined;
	}
	const read = (wanted: string): Uint8Array | undefined => {
		try {
			return unzipSync(bytes, { filter: ({ name }) => name === wanted })[wanted];
		} catch {
			return undefined;
		}
	};
	return { members, read };
}
