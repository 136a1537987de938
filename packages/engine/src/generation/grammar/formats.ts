/**
 * Formats of JSON schema as regular expressions, each no wider than its standard: what is written under one is valid for
 * every reader. Narrower where the standard is wider than anybody writes (leap seconds, quoted names before an @).
 */
const DAY =
  "(?:\\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\\d|30)|02-(?:0[1-9]|1\\d|2[0-8]))" +
  "|(?:\\d\\d(?:0[48]|[2468][048]|[13579][26])|(?:[02468][048]|[13579][26])00)-02-29)";
const TIME = "(?:[01]\\d|2[0-3]):[0-5]\\d:[0-5]\\d(?:\\.\\d{1,9})?(?:Z|[+-](?:[01]\\d|2[0-3]):[0-5]\\d)";
const HOURS = "(?:\\d{1,9}H(?:\\d{1,9}M(?:\\d{1,9}S)?)?|\\d{1,9}M(?:\\d{1,9}S)?|\\d{1,9}S)";
const DAYS = "(?:\\d{1,9}Y(?:\\d{1,9}M(?:\\d{1,9}D)?)?|\\d{1,9}M(?:\\d{1,9}D)?|\\d{1,9}D)";
const NAME = "[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+";
const LABEL = "[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?";
const BYTE = "(?:25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)";
const IPV4 = `${BYTE}(?:\\.${BYTE}){3}`;
const H = "[0-9A-Fa-f]{1,4}";
const H_OR_4 = `(?:${H}:${H}|${IPV4})`;

/** RFC 3986, `IPv6address`: how many pieces stand on either side of `::`. */
const IPV6 = [
  `(?:${H}:){6}${H_OR_4}`,
  `::(?:${H}:){5}${H_OR_4}`,
  `(?:${H})?::(?:${H}:){4}${H_OR_4}`,
  `(?:(?:${H}:){0,1}${H})?::(?:${H}:){3}${H_OR_4}`,
  `(?:(?:${H}:){0,2}${H})?::(?:${H}:){2}${H_OR_4}`,
  `(?:(?:${H}:){0,3}${H})?::${H}:${H_OR_4}`,
  `(?:(?:${H}:){0,4}${H})?::${H_OR_4}`,
  `(?:(?:${H}:){0,5}${H})?::${H}`,
  `(?:(?:${H}:){0,6}${H})?::`,
].join("|");

export const FORMATS: ReadonlyMap<string, string> = new Map([
  ["date", `^${DAY}$`],
  ["time", `^${TIME}$`],
  ["date-time", `^${DAY}T${TIME}$`],
  ["duration", `^P(?:\\d{1,9}W|${DAYS}(?:T${HOURS})?|T${HOURS})$`],
  ["uuid", "^[0-9A-Fa-f]{8}(?:-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}$"],
  ["email", `^${NAME}(?:\\.${NAME})*@${LABEL}(?:\\.${LABEL})+$`],
  ["ipv4", `^${IPV4}$`],
  ["ipv6", `^(?:${IPV6})$`],
]);
