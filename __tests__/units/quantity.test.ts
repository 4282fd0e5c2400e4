import { describe, expect, test } from '@jest/globals'
import { formatBytes, formatMillicores } from '../../src/units/format.ts'
import { parseQuantity, toBytes, toMillicores } from '../../src/units/quantity.ts'

/** Amount and power of ten, as in the table of apimachinery's `quantity_test.go`. */
const ACCEPTED: readonly (readonly [string, bigint, number])[] = [
  ['0', 0n, 0],
  ['0n', 0n, 0],
  ['0u', 0n, 0],
  ['0m', 0n, 0],
  ['0Ki', 0n, 0],
  ['0k', 0n, 0],
  ['0Mi', 0n, 0],
  ['0M', 0n, 0],
  ['0Gi', 0n, 0],
  ['0G', 0n, 0],
  ['0Ti', 0n, 0],
  ['0T', 0n, 0],
  ['1', 1n, 0],
  ['1Ki', 1024n, 0],
  ['8Ki', 8192n, 0],
  ['7Mi', 7n * 1048576n, 0],
  ['6Gi', 6n * 1073741824n, 0],
  ['5Ti', 5n * 1099511627776n, 0],
  ['4Pi', 4n * 1125899906842624n, 0],
  ['3Ei', 3n * 1152921504606846976n, 0],
  ['10Ti', 10n * 1099511627776n, 0],
  ['100Ti', 100n * 1099511627776n, 0],
  ['5n', 5n, -9],
  ['4u', 4n, -6],
  ['3m', 3n, -3],
  ['9', 9n, 0],
  ['8k', 8n, 3],
  ['50k', 5n, 4],
  ['7M', 7n, 6],
  ['6G', 6n, 9],
  ['5T', 5n, 12],
  ['40T', 4n, 13],
  ['300T', 3n, 14],
  ['2P', 2n, 15],
  ['1E', 1n, 18],
  ['1E-3', 1n, -3],
  ['1e3', 1n, 3],
  ['1E6', 1n, 6],
  ['1e9', 1n, 9],
  ['1E12', 1n, 12],
  ['1e15', 1n, 15],
  ['1E18', 1n, 18],
  ['1e14', 1n, 14],
  ['1e13', 1n, 13],
  ['100.035k', 100035n, 0],
  ['0.001', 1n, -3],
  ['0.0005k', 5n, -1],
  ['0.005', 5n, -3],
  ['0.05', 5n, -2],
  ['0.5', 5n, -1],
  ['0.00050k', 5n, -1],
  ['0.00500', 5n, -3],
  ['0.5e0', 5n, -1],
  ['0.5e-1', 5n, -2],
  ['0.5e-2', 5n, -3],
  ['10.035M', 10035n, 3],
  ['1.2e3', 12n, 2],
  ['1.3E+6', 13n, 5],
  ['1.40e9', 14n, 8],
  ['1.53E12', 153n, 10],
  ['1.6e15', 16n, 14],
  ['1.7E18', 17n, 17],
  ['9.01', 901n, -2],
  ['8.1k', 81n, 2],
  ['7.123456M', 7123456n, 0],
  ['6.987654321G', 6987654321n, 0],
  ['5.444T', 5444n, 9],
  ['40.1T', 401n, 11],
  ['300.2T', 3002n, 11],
  ['2.5P', 25n, 14],
  ['1.01E', 101n, 16],
  ['3.001n', 4n, -9],
  ['1.1E-9', 2n, -9],
  ['0.0000000001', 1n, -9],
  ['0.0000000005', 1n, -9],
  ['0.5e-9', 1n, -9],
  ['0.9n', 1n, -9],
  ['0.00000012345', 124n, -9],
  ['0.00000012354', 124n, -9],
  ['9Ei', 9223372036854775807n, 0],
  ['9223372036854775807Ki', 9223372036854775807n, 0],
  ['12E', 12n, 18],
  ['100.035Ki', 10243584n, -2],
  ['0.5Mi', 524288n, 0],
  ['0.05Gi', 536870912n, -1],
  ['0.025Ti', 274877906944n, -1],
  ['0.000000000001Ki', 2n, -9],
  ['.001', 1n, -3],
  ['.0001k', 100n, -3],
  ['1.', 1n, 0],
  ['1.G', 1n, 9],
]

function nanos(amount: bigint, power: number): bigint {
  return power >= -9 ? amount * 10n ** BigInt(power + 9) : amount / 10n ** BigInt(-power - 9)
}

describe('a quantity is read as the API server reads it', () => {
  test.each(ACCEPTED)('%s', (text, amount, power) => {
    expect(parseQuantity(text)?.nanos).toBe(nanos(amount, power))
    expect(parseQuantity(`+${text}`)?.nanos).toBe(nanos(amount, power))
    expect(parseQuantity(`-${text}`)?.nanos).toBe(-nanos(amount, power))
  })

  test.each([
    '',
    '1.1.M',
    '1+1.0M',
    '0.1mi',
    '0.1am',
    'aoeu',
    '.5i',
    '1i',
    '-3.01i',
    '-3.01e-',
    ' 1',
    '1 ',
    '512MB',
    '1 core',
    '1g',
    '${CPU}',
    '--1',
  ])('%j is refused', (text) => {
    expect(parseQuantity(text)).toBeNull()
  })

  test.each([
    ['0.1', 100],
    ['500m', 500],
    ['1.0001', 1001],
    ['2', 2000],
    ['100u', 1],
  ])('%s of CPU is %d millicores', (text, millicores) => {
    const quantity = parseQuantity(text)
    expect(quantity && toMillicores(quantity)).toBe(millicores)
  })

  test('memory with the suffix m is a thousandth of a byte, rounded up', () => {
    const quantity = parseQuantity('512m')
    expect(quantity && toBytes(quantity)).toBe(1)
  })
})

describe('amounts are printed as people write them', () => {
  test.each([
    [500, '500m'],
    [1000, '1'],
    [1500, '1500m'],
    [4000, '4'],
  ])('%d millicores are %s', (millicores, text) => {
    expect(formatMillicores(millicores)).toBe(text)
  })

  test.each([
    [268435456, '256Mi'],
    [2147483648, '2Gi'],
    [1610612736, '1536Mi'],
    [1024, '1Ki'],
    [1000, '1000'],
  ])('%d bytes are %s', (bytes, text) => {
    expect(formatBytes(bytes)).toBe(text)
  })
})
