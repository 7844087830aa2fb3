using Throughline.Kernel;

namespace Throughline.Directory;

public static class FoundingSentences
{
    public static Sentence AlreadyHere(string name) => new("directory.refusal.already-here", name);

    public static readonly Sentence EnterAName = new("directory.refusal.enter-a-name");

    public static readonly Sentence ChooseAState = new("directory.refusal.choose-a-state");

    public static readonly Sentence NameTooLong = new("directory.refusal.name-too-long");
}
