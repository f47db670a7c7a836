package org.luminousnix.nix.system;

import java.nio.file.Path;

/// Hears a garbage collection, and may end it at any moment: what is deleted by then stays deleted, the rest stays whole.
public interface SweepListener
{
    /// Hears that an object is being deleted.
    void deleting(Path path);

    /// Returns whether the collection is to go on; asked before each step and after each object.
    boolean goesOn();

    /// Returns a listener that lets everything happen.
    static SweepListener silent()
    {
        return new SweepListener()
        {
            @Override
            public void deleting(Path path)
            {}

            @Override
            public boolean goesOn()
            {
                return true;
            }
        };
    }
}
