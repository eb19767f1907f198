"""The address of a client in, what stands for whoever asks out: every limit counts by it. Pure."""

import ipaddress


def network_of(client: str) -> str:
    """An IPv4 address, or the network of an IPv6 one, which one person has whole; another text as it is, cut short.

    >>> network_of("2001:db8::1"), network_of("::ffff:192.0.2.7")
    ('2001:db8::/64', '192.0.2.7')
    """
    try:
        address = ipaddress.ip_address(client)
    except ValueError:
        return client[:64]
    if address.version == 6 and address.ipv4_mapped is None:
        return str(ipaddress.ip_network((address, 64), strict=False))
    return str(getattr(address, "ipv4_mapped", None) or address)
