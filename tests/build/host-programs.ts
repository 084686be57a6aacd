/** Web servers out of Debian's packages, unpacked and not installed: nothing is started by it, and nobody's machine changes. */
import { execFileSync, spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';

const cache = resolve('node_modules/.cache/hosts');
const packages = ['nginx', 'apache2-bin', 'libapr1', 'libaprutil1', 'liblua5.3-0', 'caddy'];

/** Where they are unpacked; undefined: this machine has no such packages, or cannot reach them. */
export function unpackHosts(): string | undefined {
	const done = join(cache, 'done');
	if (existsSync(done)) return cache;
	if (!existsSync('/usr/bin/apt-get') || !existsSync('/usr/bin/dpkg')) return undefined;
	try {
		mkdirSync(cache, { recursive: true });
		const quiet = { cwd: cache, stdio: 'ignore', timeout: 120_000 } as const;
		execFileSync('apt-get', ['download', ...packages], quiet);
		execFileSync('sh', ['-c', 'for each in *.deb; do dpkg -x "$each" .; done'], quiet);
		writeFileSync(done, '');
		return cache;
	} catch {
		return undefined;
	}
}

const freePort = (): Promise<number> =>
	new Promise((done, failed) => {
		const server = createServer().on('error', failed);
		server.listen(0, '127.0.0.1', () => {
			const { port } = server.address() as AddressInfo;
			server.close(() => done(port));
		});
	});

/** A site as a host sees it: its folder and the path that it was built for. */
export interface Hosted {
	folder: string;
	base: string;
}

/** Makes a root in which the site is at its path. */
function rootOf({ folder, base }: Hosted, run: string): string {
	if (base === '') return resolve(folder);
	const place = join(run, 'root', base);
	mkdirSync(dirname(place), { recursive: true });
	symlinkSync(resolve(folder), place);
	return join(run, 'root');
}

type Command = [program: string, options: string[]];
type Start = (at: string, run: string, root: string, port: number, site: Hosted) => Command;

/** What whoever puts the site there changes in the file: the port and the root. */
const settled = (file: string, root: string, port: number): string =>
	file.replaceAll('/srv/www', root).replace('listen 8080', `listen 127.0.0.1:${port}`);

const nginx: Start = (at, run, root, port, { folder }) => {
	const file = readFileSync(join(folder, 'hosting/nginx.conf'), 'utf8');
	const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(
		(name) => `${name}_temp_path ${run}/${name};`
	);
	const user = process.getuid?.() === 0 ? 'user root;' : '';
	const text = `daemon off; ${user} pid ${run}/pid; error_log stderr; events {}
		http { access_log off; ${temporary.join(' ')} ${settled(file, root, port)} }`;
	writeFileSync(join(run, 'nginx.conf'), text);
	return [join(at, 'usr/sbin/nginx'), ['-e', 'stderr', '-p', run, '-c', join(run, 'nginx.conf')]];
};

const apache: Start = (at, run, root, port) => {
	const modules = ['mpm_event', 'authz_core', 'dir', 'mime', 'headers'].map(
		(name) => `LoadModule ${name}_module ${at}/usr/lib/apache2/modules/mod_${name}.so`
	);
	writeFileSync(join(run, 'mime.types'), 'text/html html\ntext/css css\nimage/svg+xml svg\n');
	const text = `${modules.join('\n')}
		ServerRoot ${run}\nServerName localhost\nListen 127.0.0.1:${port}\nPidFile ${run}/pid\nErrorLog ${run}/errors
		TypesConfig ${run}/mime.types\nDocumentRoot ${root}
		<Directory />\nAllowOverride All\nOptions FollowSymLinks\nRequire all granted\n</Directory>\n`;
	writeFileSync(join(run, 'apache.conf'), text);
	return [join(at, 'usr/sbin/apache2'), ['-X', '-f', join(run, 'apache.conf')]];
};

const caddy: Start = (at, run, root, port, { folder }) => {
	const file = readFileSync(join(folder, 'hosting/Caddyfile'), 'utf8').replaceAll('/srv/www', root);
	const text = `{\nadmin off\n}\n${file.replace(':8080 {', `http://127.0.0.1:${port} {`)}`;
	writeFileSync(join(run, 'Caddyfile'), text);
	return [join(at, 'usr/bin/caddy'), ['run', '--adapter', 'caddyfile', '--config', join(run, 'Caddyfile')]];
};

export const hosts = { nginx, apache, caddy };
export type HostName = keyof typeof hosts;

/** Starts one on loopback; `ended` is what it wrote when it ended by itself. */
export async function startHost(name: HostName, at: string, site: Hosted) {
	const run = mkdtempSync(join(tmpdir(), `host-${name}-`));
	const port = await freePort();
	const [program, options] = hosts[name](at, run, rootOf(site, run), port, site);
	const child = spawn(program, options, {
		stdio: ['ignore', 'ignore', 'pipe'],
		env: { ...process.env, HOME: run, LD_LIBRARY_PATH: join(at, 'usr/lib/x86_64-linux-gnu') }
	});
	let written = '';
	child.stderr.on('data', (part: Buffer) => (written += part.toString()));
	const gone = new Promise<void>((done) => child.on('close', () => done()));
	return {
		url: `http://127.0.0.1:${port}${site.base}`,
		written: () => written,
		stop: () => {
			child.kill('SIGTERM');
			return gone;
		}
	};
}
