export type * from "./types.ts";
export { fillName, normalName } from "./lines.ts";
export { dishCategories, dishes } from "./dishes.ts";
export { foodShops } from "./food-shops.ts";
export { colours, productBrands, productCategories, products, productShops } from "./products.ts";
export { cities } from "./cities.ts";
export { filmGenres, films } from "./films.ts";
export { cinemas, screenings } from "./cinemas.ts";
