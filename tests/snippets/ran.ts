import { readFileSync } from 'node:fs';

/** What a program came to. */
export interface Ran {
	stdout: string;
	stderr: string;
	/** 0: it went well. */
	status: number;
}

/** Of a package of this project, as it is installed. */
export const packageVersion = (name: string): string =>
	(/"version": "([^"]+)"/.exec(readFileSync(`node_modules/${name}/package.json`, 'utf8')) ?? [])[1] ?? '';
