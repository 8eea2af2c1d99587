import { BlockList, isIP } from 'node:net'
import type { Request } from 'express'

/** Whether a request came from one of these addresses or networks. */
export function createTrustedProxies(networks: readonly string[]): (request: Request) => boolean {
  const trusted = new BlockList()
  for (const network of networks) {
    const [address = '', prefix] = network.split('/')
    const family = familyOf(address)
    if (prefix === undefined) trusted.addAddress(address, family)
    else trusted.addSubnet(address, Number(prefix), family)
  }
  return ({ socket: { remoteAddress = '' } }) =>
    isIP(remoteAddress) > 0 && trusted.check(remoteAddress, familyOf(remoteAddress))
}

const familyOf = (address: string) => (isIP(address) === 6 ? 'ipv6' : 'ipv4')
