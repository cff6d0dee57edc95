/** The Luhn check (mod 10), under most Swedish numbers. A random number passes one time in ten: never proof alone. */

function luhnSum(digits: string, doubleFirstFromRight: boolean): number {
  let sum = 0;
  let doubled = doubleFirstFromRight;
  for (let index = digits.length - 1; index >= 0; index--) {
    let digit = digits.charCodeAt(index) - 48;
    if (doubled) digit = digit > 4 ? digit * 2 - 9 : digit * 2;
    sum += digit;
    doubled = !doubled;
  }
  return sum;
}

/** Whether the last digit is the check digit of the ones before it. Only digits may be given. */
export function passesLuhn(digits: string): boolean {
  return /^\d{2,}$/.test(digits) && luhnSum(digits, false) % 10 === 0;
}

/** The digit that makes `digits` pass when it is put after them. */
export function luhnCheckDigit(digits: string): string {
  return String((10 - (luhnSum(digits, true) % 10)) % 10);
}
