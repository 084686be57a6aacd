/** The image, where there is a Docker that reaches the images that it is built on. */
import { execFileSync, spawnSync } from 'node:child_process';
import { expect, it } from 'vitest';

const canPull = (image: string): boolean => spawnSync('docker', ['pull', '-q', image]).status === 0;
const isHere =
	spawnSync('docker', ['info']).status === 0 &&
	canPull('node:22-alpine') &&
	canPull('nginxinc/nginx-unprivileged:stable-alpine');
if (!isHere) console.warn('No Docker that reaches its images here: the image is not tested.');

it.runIf(isHere)('the image serves the site without root, and says that it is there', { timeout: 900_000 }, () => {
	const docker = (...options: string[]): string => execFileSync('docker', options).toString().trim();
	const image = docker('build', '-q', '.');
	const container = docker('run', '-d', '--rm', image);
	try {
		const ask = (path: string): string =>
			docker('exec', container, 'wget', '-q', '-O', '-', `http://127.0.0.1:8080${path}`);
		expect(ask('/healthz')).toBe('ok');
		expect(ask('/flow/verifier/')).toContain('code verifier');
		expect(docker('exec', container, 'id', '-u')).not.toBe('0');
	} finally {
		docker('stop', container);
	}
});
