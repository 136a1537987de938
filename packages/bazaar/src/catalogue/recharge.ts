import { readLines, readList } from "./lines.ts";
import type { Carrier } from "./types.ts";

/**
 * Who a mainland mobile number belongs to, by its first digits as the ministry handed them out (virtual operators go to
 * the network they run on; numbers moved between carriers cannot be told from outside).
 * id | Chinese | English | further names | prefixes
 */
export const carriers: readonly Carrier[] = readLines(`
  mobile | 中国移动 | China Mobile | 移动, 移动卡, cmcc | 134, 135, 136, 137, 138, 139, 147, 148, 150, 151, 152, 157, 158, 159, 165, 172, 178, 182, 183, 184, 187, 188, 195, 197, 198, 1440, 1703, 1705, 1706
  unicom | 中国联通 | China Unicom | 联通, 联通卡, unicom | 130, 131, 132, 140, 145, 146, 155, 156, 166, 167, 171, 175, 176, 185, 186, 196, 1704, 1707, 1708, 1709
  telecom | 中国电信 | China Telecom | 电信, 电信卡, telecom | 133, 141, 149, 153, 162, 173, 174, 177, 180, 181, 189, 190, 191, 193, 199, 1349, 1410, 1700, 1701, 1702, 1740
  broadnet | 中国广电 | China Broadnet | 广电, 广电卡, broadnet | 192
`, 5).map(([id = "", zh = "", en = "", names, prefixes]) => ({ id, zh, en, aliases: readList(names), prefixes: readList(prefixes) }));

/** The carrier of a mainland number; undefined for anything that is not eleven digits of a known range. */
export function carrierOf(phone: string): Carrier | undefined {
  const digits = phone.replace(/[\s-]/g, "").replace(/^\+?86(?=1\d{10}$)/, "");
  if (!/^1\d{10}$/.test(digits)) return undefined;
  const startsWith = (length: number) => carriers.find((carrier) => carrier.prefixes.includes(digits.slice(0, length)));
  return startsWith(4) ?? startsWith(3);
}

/** Amounts that carriers sell; anything between the first and the last may be asked for. */
export const rechargeAmountsYuan: readonly number[] = [10, 20, 30, 50, 100, 200, 300, 500];
