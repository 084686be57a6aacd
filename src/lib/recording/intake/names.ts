/** Names with dots that are no hosts. Endings that are also domains of countries are left to those. */

const file =
	/\.(?:ya?ml|json5?|toml|ini|conf|cfg|config|properties|xml|env|lock|log|har|txt|pem|crt|cer|key|jks|p12|pfx|[cm]?[jt]sx?|java|kt|csproj|ps1|html?|css|svg|png|jpe?g|pdf|jar|war|dll|exe|gradle|sql|csv)$/i;

/** `com.nimbusds.oauth2.sdk.ParseException`: a class is written with a capital, a host is not. */
const aClass = /^(?:[a-z][\w$]*\.)+[A-Z][\w$]*$/;
/** A package begins like a host turned round, and does not end like one. */
const aPackage =
	/^(?:com|org|net|io|dev|java|javax|jakarta|kotlin|System|Microsoft)\.(?:[\w$]+\.)+(?!(?:com|org|net|edu|gov|int|biz|app|dev|cloud|info|online|site)$)[a-z]\w{2,}$/i;
const path = /^(?:~|\.{1,2})?(?:\/[a-z][a-z\d_.-]*){2,}$/;

/** The name of a file with or without its path, of a class or of a package. */
export const isNameOfCode = (text: string): boolean =>
	[file, aClass, aPackage, path].some((form) => form.test(text));
