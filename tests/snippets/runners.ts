/**
 * How the code of a language is run here. To add one is to add a row; what is not on this machine is skipped, and said.
 * Nothing is installed or downloaded by a test.
 */
import type { SnippetLanguage } from '$lib/lexicon/snippets';
import { inChromium } from './chromium';
import { csharp, go, java, swift } from './compiled';
import { once, printed, program, versions, type Runner } from './programs';
import { packageVersion } from './ran';

/** The first Python that has these modules: that of the environment, the system's own. */
function python(...packages: [module: string, name: string][]): Runner {
	const modules = packages.map(([module]) => module);
	const script = [
		'import sys',
		...modules.map((name) => `import ${name}`),
		'print("Python", ".".join(map(str, sys.version_info[:3])), end="")',
		...packages.map(([module, name]) => `print(", ${name}", ${module}.__version__, end="")`)
	].join('\n');
	const programs = [process.env.SNIPPETS_PYTHON ?? 'python3', '/usr/bin/python3'];
	const find = once(() =>
		programs
			.map((name) => ({ name, version: printed([name, '-c', script]) }))
			.find(({ version }) => version !== undefined)
	);
	return program(
		`a Python with ${packages.map(([, name]) => name).join(' and ')}`,
		() => find()?.version,
		(file) => [find()?.name ?? 'python3', file]
	);
}

const nodeVersion = (): string => `Node.js ${process.versions.node}`;

export const runners: Partial<Record<SnippetLanguage, Runner>> = {
	curl: program(
		'one of bash, curl and openssl',
		() =>
			versions(
				['bash', /version (\d[\d.]*)/, ['bash', '--version']],
				['curl', /^curl (\S+)/, ['curl', '--version']],
				['OpenSSL', /^OpenSSL (\S+)/, ['openssl', 'version']]
			),
		(file) => ['bash', file]
	),
	javascript: inChromium,
	typescript: program(
		'tsx',
		() => `${nodeVersion()}, oauth4webapi ${packageVersion('oauth4webapi')}, jose ${packageVersion('jose')}`,
		(file) => [process.execPath, '--import', 'tsx', file]
	),
	node: program(
		'Node.js',
		() => `${nodeVersion()}, jose ${packageVersion('jose')}`,
		(file) => [process.execPath, file]
	),
	'python-requests': python(['requests', 'requests'], ['jwt', 'PyJWT']),
	'python-authlib': python(['authlib', 'Authlib'], ['joserfc', 'joserfc']),
	perl: program(
		'a Perl with Crypt::JWT and URI',
		() =>
			versions([
				'Perl',
				/^(.+)$/,
				[
					'perl',
					'-MCrypt::JWT',
					'-MCrypt::PRNG',
					'-MURI',
					'-e',
					'printf "%vd, Crypt::JWT $Crypt::JWT::VERSION", $^V'
				]
			]),
		(file) => ['perl', file]
	),
	go,
	java,
	swift,
	csharp,
	php: program(
		'PHP with curl (php-cli, php-curl)',
		() => versions(['PHP', /^(\S+)/, ['php', '-r', 'function_exists("curl_init") && print PHP_VERSION;']]),
		(file) => ['php', file]
	),
	ruby: program(
		'Ruby with jwt (ruby, ruby-jwt)',
		() =>
			versions(
				['Ruby', /^(\S+)/, ['ruby', '-e', 'print RUBY_VERSION']],
				['jwt', /^(\S+)/, ['ruby', '-r', 'jwt', '-e', 'print JWT.gem_version']]
			),
		(file) => ['ruby', file]
	)
};
