import type { Language } from './language';

export const german: Language = {
	tag: 'de',
	common:
		'der|die|das|den|dem|des|ein|eine|einen|einem|einer|eines|ist|sind|war|waren|wurde|wurden|wird|werden|worden|hat|haben|und|oder|für|von|vom|zu|zum|zur|mit|bei|beim|im|auf|aus|durch|sich|es|sie|ihr|ihre|ihrer|dieser|diese|dieses|diesen|diesem|als|nach|an|am|zurzeit|bitte|versuchen|angegebene*|angeforderte*|übergebene*|bereitgestellte*|gültigen|dass|da|wenn|kann|können|konnte|konnten',
	things: {
		REDIRECT:
			'weiterleitungs ur*|weiterleitungsur*|weiterleitungsadresse|weiterleitung|umleitungs ur*|umleitungsur*|umleitungsadresse|redirect ur*|redirection ur*|rückruf ur*|rückrufadresse|callback ur*|antwort ur*|antwortadresse|rücksprung ur*|rückleitungs ur*',
		CODE: 'autorisierungscode*|autorisierungs code*|autorisationscode*|authentifizierungscode*|auth code',
		GRANT:
			'autorisierungsgrant|autorisierungsgewährung|autorisierungsnachweis|berechtigungsnachweis|gewährung',
		CLIENTID: 'client id|client kennung|clientkennung|client bezeichner|anwendungs id|anwendungskennung',
		CLIENTAUTH: 'client authentifizierung|clientauthentifizierung|client authentisierung',
		CLIENT: 'client*|clientanwendung|anwendung|anwendungen|applikation|app',
		SECRET:
			'clientgeheimnis*|client geheimnis*|client secret|geheimer clientschlüssel|geheimen clientschlüssel|geheimer schlüssel|clientschlüssel|geheimnis',
		STATE: 'state parameter|statusparameter|zustandsparameter|zustand',
		SCOPE: 'scope*|bereich*|befugnis*|geltungsbereich*|berechtigungsbereich*|berechtigungsumfang',
		REFRESH: 'aktualisierungstoken*|aktualisierungs token|erneuerungstoken|auffrischungstoken|refresh token*',
		ACCESSTOKEN: 'zugriffstoken*|zugriffs token|zugangstoken|access token*',
		IDTOKEN: 'id token|identitätstoken',
		USER: 'endbenutzer*|benutzer|benutzers|benutzerkonto|nutzer|anwender|ressourcenbesitzer*|ressourceninhaber*|konto|kontos|benutzerin',
		ADMIN: 'administrator*|verwalter',
		CHALLENGE: 'code challenge|codeherausforderung|code herausforderung',
		METHOD: 'code challenge methode|challenge methode|transformationsmethode',
		VERIFIER: 'code verifier|codeprüfer|codeüberprüfer|code überprüfung|codeverifizierer|verifizierer',
		GRANTTYPE:
			'gewährungstyp*|grant typ*|autorisierungstyp*|autorisierungs typ*|berechtigungstyp*|berechtigungsart|genehmigungstyp*',
		RESPONSETYPE: 'antworttyp*|antwort typ*|rückgabetyp*',
		RESPONSEMODE: 'antwortmodus',
		AUDIENCE: 'zielgruppe|audience|ressourcenindikator',
		ORIGIN: 'ursprung|ursprungs|herkunft',
		ISSUER: 'aussteller*|mandant*|realm|autorisierungsserver*|identitätsanbieter',
		POSTLOGOUT: 'abmelde ur*|abmelde weiterleitungs ur*|logout ur*',
		'authorization request': 'autorisierungsanfrage|autorisierungsanforderung|authentifizierungsanfrage',
		session: 'sitzung*|session',
		login: 'anmeldung|anmelden|angemeldet|login|einloggen|eingeloggt|anmeldevorgang',
		authentication: 'authentifizierung|authentisierung',
		authenticated: 'authentifiziert',
		consent: 'zustimmung|einwilligung|einverständnis',
		credentials: 'anmeldedaten|anmeldeinformationen|zugangsdaten',
		parameter: 'parameter*|argument|pflichtfeld',
		request: 'anfrage|anforderung|abfrage',
		signature: 'signatur',
		policy: 'richtlinie*',
		resource: 'ressource',
		value: 'wert',
		access: 'zugriff|zugang',
		token: 'token*'
	},
	says: {
		invalid:
			'ungültig*|nicht gültig|inkorrekt*|nicht korrekt|falsch*|unzulässig*|gültig * sein|keine gültige*|kein gültige*',
		missing:
			'fehlt|fehlen|fehlend*|nicht angegeben|nicht übergeben|nicht mitgeliefert|nicht vorhanden|nicht enthalten|leer|ohne',
		required: 'erforderlich*|benötigt*|vorgeschrieben*|zwingend|notwendig',
		must: 'muss|müssen',
		expired: 'abgelaufen*|nicht mehr gültig|verfallen|zeitüberschreitung',
		'already used':
			'bereits verwendet|bereits benutzt|bereits genutzt|bereits eingelöst|schon verwendet|wiederverwendet',
		unknown: 'unbekannt*|nicht bekannt',
		'not found': 'nicht gefunden|nicht auffindbar',
		'not exist': 'existiert nicht|nicht existiert|nicht existent',
		'not match':
			'stimmt nicht|stimmen nicht|nicht überein|nicht übereinstimm*|passt nicht|entspricht nicht|weicht ab|unterscheide*',
		malformed:
			'fehlerhaft*|falsches format|missgebildet|falsch formatiert|ungültiges format|falsch aufgebaut',
		'not registered': 'nicht registriert|nicht hinterlegt|nicht eingetragen|nicht konfiguriert',
		registered: 'registriert*|hinterlegt*|eingetragen|konfiguriert*',
		'not allowed':
			'nicht erlaubt|nicht zulässig|nicht gestattet|verboten|nicht berechtigt|keine berechtigung',
		'not authorized': 'nicht autorisiert|nicht befugt|keine autorisierung',
		'not supported': 'nicht unterstützt|nicht unterstützte*|unterstützt nicht|unterstützt diese*',
		revoked: 'widerrufen|annulliert|entzogen|zurückgezogen|zurückgenommen',
		denied: 'verweigert*|abgelehnt|zurückgewiesen',
		canceled: 'abgebrochen|abbruch',
		disabled: 'deaktiviert|nicht aktiviert|nicht aktiv|gesperrt|inaktiv',
		'too many requests': 'zu viele anfragen|zu viele|zu oft',
		failed: 'fehlgeschlagen|schlug fehl|gescheitert|misslungen',
		'issued to another': 'einem anderen * ausgestellt|anderen * ausgestellt|ausgestellt für einen anderen',
		another: 'anderen|anderem|anderer|andere|anderes',
		not: 'nicht|kein|keine|keinen|keiner'
	}
};
