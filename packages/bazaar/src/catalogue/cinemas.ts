import { readLines } from "./lines.ts";
import type { NamePattern } from "./types.ts";

/** Invented cinemas; `{place}` is a district, mall or landmark of the city. */
export const cinemas: readonly NamePattern[] = readLines(`
  星河影城（{place}店） | Starriver Cinema, {place}
  光年影院（{place}店） | Lightyear Cinema, {place}
  大银幕影城（{place}店） | Bigscreen Cinema, {place}
  蓝鲸国际影城（{place}店） | Blue Whale Cinema, {place}
  月台电影院（{place}店） | Platform Picturehouse, {place}
  红椅子影院（{place}店） | Red Chair Cinema, {place}
  巨幕中心（{place}店） | Giant Screen Centre, {place}
  幕间影城（{place}店） | Interval Cinema, {place}
  {city}人民电影院 | {city} People's Cinema
  {city}老电影院 | {city} Old Picture House
`, 2).map(([zh = "", en = ""]) => ({ zh, en }));

/** Kinds of screening: what it is called, and how much dearer it is than an ordinary one. */
export const screenings = [
  { zh: "2D", en: "2D", factor: 1 },
  { zh: "3D", en: "3D", factor: 1.2 },
  { zh: "巨幕", en: "giant screen", factor: 1.5 },
  { zh: "杜比厅", en: "Dolby hall", factor: 1.4 },
  { zh: "VIP厅", en: "VIP hall", factor: 1.9 },
] as const;
