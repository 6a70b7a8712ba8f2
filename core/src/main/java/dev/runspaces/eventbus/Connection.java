package dev.runspaces.eventbus;

import dev.runspaces.delivery.RelayPoint;
import dev.runspaces.event.Registration;
import java.util.List;

/** What passes between two buses, in both directions, until either ends or somebody closes it. */
final class Connection implements Registration {
  private final Registration thither;
  private final Registration hither;

  /** The connections of those of the two that end. */
  private final List<Connections> owners;

  private Connection(Registration thither, Registration hither, List<Connections> owners) {
    this.thither = thither;
    this.hither = hither;
    this.owners = owners;
  }

  /** Connects a runspace's bus with another place. */
  static Connection between(RunspaceEventBus here, RelayPoint there) {
    Registration thither = here.relayTo(there);
    boolean connected = false;
    try {
      Registration hither = there.relayTo(here);
      connected = true;
      return new Connection(
          thither,
          hither,
          there instanceof RunspaceEventBus peer
              ? List.of(here.connections(), peer.connections())
              : List.of(here.connections()));
    } finally {
      if (!connected) {
        thither.close();
      }
    }
  }

  /** Has it closed with those that own it; at once, if one of them has ended meanwhile. */
  Connection handOver() {
    owners.forEach(owner -> owner.add(this));
    return this;
  }

  @Override
  public void close() {
    owners.forEach(owner -> owner.remove(this));
    thither.close();
    hither.close();
  }
}
