using System.Collections.Immutable;
using KubeGuide.Core.Rendering;

namespace KubeGuide.Core.Linking;

/// <summary>
/// The part of a block that reads as one text around a run: up to the code spans on either side, which end a word
/// as a space does. Moves forward over the slots of a fragment only, in linear time altogether.
/// </summary>
internal struct ProseWindow(ImmutableArray<Slot> slots)
{
    private int block = -1;

    /// <summary>Behind the code span before, or the block's first character.</summary>
    public int Start { get; private set; } = 0;

    /// <summary>The next code span, or <see cref="int.MaxValue"/>.</summary>
    public int End { get; private set; } = 0;

    public void MoveTo(int slot, TextSlot run)
    {
        if (run.Block != block)
            (block, Start, End) = (run.Block, 0, 0);
        if (run.Start >= End)
            End = NextCodeSpan(slot);
        if (run.Kind == RunKind.CodeSpan)
            Start = run.Start + run.Length;
    }

    private readonly int NextCodeSpan(int slot)
    {
        for (var i = slot; i < slots.Length; i++)
        {
            if (slots[i] is not TextSlot next)
                continue;
            if (next.Block != block)
                break;
            if (next.Kind == RunKind.CodeSpan)
                return next.Start;
        }

        return int.MaxValue;
    }
}
