// How weights lie in memory. A panel is 8 output rows; everything about one step of k for the 8 rows lies side by side,
// so lanes are rows and no product needs a sum across lanes. `quad` is 4 consecutive k; row r of a quad is at byte 4r.
//
//   F32         [K][8] f32
//   F16, BF16   [K][8] u16
//   Q8_0        per 32 k: 8 halves (scales) · 8 quads of 32 B
//   Q4_0        per 32 k: 8 halves · 4 quads of 32 B, low nibble k, high nibble k + 16
//   Q5_0        per 32 k: 8 halves · 5 x 32 B whose low 5 bits are quads 0 … 4. Their top 3 bits make quads 5, 6 and 7:
//               bits 2-4 of these in vectors 0, 1 and 2, bits 0-1 of quads 5 and 6 in bits 5-6 of vectors 3 and 4, bits 0
//               and 1 of quad 7 in bit 7 of vectors 3 and 4
//   Q4_K        per 256 k: 8 halves d · 8 halves dmin · 8 x 8 B scales · 8 x 8 B mins · 8 x 4 quads of nibbles as Q4_0
//   Q6_K        per 256 k: 8 halves d · 16 x 8 B scales · 16 x { 3 x 32 B whose low 6 bits are quads 0, 1 and 2; their top
//               bits are bits 4-5, 2-3 and 0-1 of quad 3 }
//
//   F8          u32 columns that share a scale · u32 where the values begin · 8 B · [scales][8] f32 · [K][8] e4m3
//
// The rest are expanded before they are multiplied (expanded.ts; for a few tokens see matvec-expanded.ts). Their codes of 2, 3, 4 or 5 bits lie as
//   2 bits  2 x 32 B: quads 0, 2, 4, 6 in the bits of the first, 1, 3, 5, 7 in those of the second
//   3 bits  the same for the low two bits · 32 B: bit q of each byte is the third bit of quad q
//   4 bits  4 quads of nibbles as Q4_0; 5 bits: as Q5_0
//
//   Q4_1, Q5_1  per 32 k: 8 halves d · 8 halves m · codes
//   IQ4_NL      per 32 k: 8 halves d · codes
//   MXFP4       per 32 k: 8 B exponents · codes
//   Q5_K        per 256 k: 8 halves d · 8 halves dmin · 8 x 8 B scales · 8 x 8 B mins · 8 x codes
//   IQ4_XS      per 256 k: 8 halves d · 8 x 8 B scales · 8 x codes
//   Q2_K        per 256 k: 8 halves d · 8 halves dmin · 16 x 8 B (low nibble scale, high nibble min) · 8 x codes
//   Q3_K        per 256 k: 8 halves d · 16 x 8 B scales · 8 x codes
//
// Bytes per weight are those of the file, but for scales of 6 bits, which take 8: Q4_K 2.8%, Q5_K 2.3%, IQ4_XS 1.5% and
// Q3_K 3.6% more.
export const F32: i32 = 0;
export const F16: i32 = 1;
export const BF16: i32 = 2;
/** The last kind that meets activations in f32. */
export const F8: i32 = 3;
export const Q8_0: i32 = 4;
export const Q4_0: i32 = 5;
export const Q5_0: i32 = 6;
export const Q4_K: i32 = 7;
export const Q6_K: i32 = 8;
/** The first kind that is expanded before it is multiplied. */
export const Q4_1: i32 = 9;
export const Q5_1: i32 = 10;
export const Q2_K: i32 = 11;
export const Q3_K: i32 = 12;
export const Q5_K: i32 = 13;
export const IQ4_NL: i32 = 14;
export const IQ4_XS: i32 = 15;
export const MXFP4: i32 = 16;

// Bytes of a block of 32 k (of the 8 rows) and of a super-block of 256.
export const Q8_0_BLOCK: usize = 272;
export const Q4_0_BLOCK: usize = 144;
export const Q5_0_BLOCK: usize = 176;
export const Q4_K_BLOCK: usize = 128;
export const Q4_K_SUPER: usize = 1184;
export const Q6_K_BLOCK: usize = 192;
export const Q6_K_SUPER: usize = 1680;
/** Bytes before the first block of a super-block. */
export const Q4_K_HEAD: usize = 160;
export const Q6_K_HEAD: usize = 144;
/** Bytes before the scales of a panel of F8. */
export const F8_HEAD: usize = 16;
