"""A bad line between two network devices: every packet waits its turn at the given rate, then the delay, and some are
lost. It does in user space what the kernel's netem does, for kernels that come without it.

    lossy_link.py DEVICE DEVICE --rate BITS_A_SECOND --delay MILLISECONDS --loss SHARE --seed N

Words on standard input: `cut` (nothing passes), `mend`, `count` (answers one JSON line). Prints `ready` when both devices
exist. Needs the right to make network devices. Standard library only.
"""

import argparse
import fcntl
import heapq
import json
import os
import random
import select
import struct
import sys
import time

TUNSETIFF = 0x400454CA
IFF_TUN = 0x0001
IFF_NO_PI = 0x1000
LONGEST_PACKET = 65_536
# What waits for the line, seconds of it: a modem's own buffer. What comes when it is full is lost.
BUFFER_SECONDS = 4.0


def open_device(name):
    device = os.open("/dev/net/tun", os.O_RDWR | os.O_NONBLOCK)
    fcntl.ioctl(device, TUNSETIFF, struct.pack("16sH", name.encode(), IFF_TUN | IFF_NO_PI))
    return device


class Direction:
    """One way of the line: from one device to the other."""

    def __init__(self, source, sink, line):
        self.source = source
        self.sink = sink
        self.line = line
        self.free_at = 0.0
        self.packets = 0
        self.bytes = 0
        self.lost = 0

    def take(self, packet, now):
        self.packets += 1
        self.bytes += len(packet)
        is_full = self.free_at - now > BUFFER_SECONDS
        if self.line.is_cut or is_full or self.line.chance.random() < self.line.loss:
            self.lost += 1
            return
        self.free_at = max(self.free_at, now) + len(packet) * 8 / self.line.rate
        heapq.heappush(self.line.waiting, (self.free_at + self.line.delay, next(self.line.order), self.sink, packet))

    def count(self):
        return {"packets": self.packets, "bytes": self.bytes, "lost": self.lost}


class Line:
    def __init__(self, near, far, rate, delay, loss, seed):
        self.rate = rate
        self.delay = delay
        self.loss = loss
        self.chance = random.Random(seed)
        self.is_cut = False
        self.waiting = []
        self.order = iter(range(sys.maxsize))
        self.up = Direction(near, far, self)
        self.down = Direction(far, near, self)

    def hear(self, word):
        if word == "cut":
            self.is_cut = True
            self.waiting.clear()
        elif word == "mend":
            self.is_cut = False
        elif word == "count":
            print(json.dumps({"up": self.up.count(), "down": self.down.count()}), flush=True)

    def deliver(self, now):
        while self.waiting and self.waiting[0][0] <= now:
            _, _, sink, packet = heapq.heappop(self.waiting)
            try:
                os.write(sink, packet)
            except OSError:
                # The device is not up yet, or its queue is full: a lost packet like any other.
                pass

    def run(self):
        ways = {self.up.source: self.up, self.down.source: self.down}
        while True:
            wait = max(0.0, self.waiting[0][0] - time.monotonic()) if self.waiting else 1.0
            readable, _, _ = select.select([*ways, sys.stdin], [], [], wait)
            for source in readable:
                if source is sys.stdin:
                    word = sys.stdin.readline()
                    if word == "":
                        return
                    self.hear(word.strip())
                else:
                    ways[source].take(os.read(source, LONGEST_PACKET), time.monotonic())
            self.deliver(time.monotonic())


def main():
    given = argparse.ArgumentParser()
    given.add_argument("devices", nargs=2)
    given.add_argument("--rate", type=float, required=True)
    given.add_argument("--delay", type=float, required=True)
    given.add_argument("--loss", type=float, required=True)
    given.add_argument("--seed", type=int, default=1)
    words = given.parse_args()
    near, far = (open_device(name) for name in words.devices)
    line = Line(near, far, words.rate, words.delay / 1000, words.loss, words.seed)
    print("ready", flush=True)
    line.run()


main()
