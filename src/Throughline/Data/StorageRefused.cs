namespace Throughline.Data;

/// <summary>
/// The database cannot be opened, migrated, copied or restored as asked. The message is a sentence for whoever runs the server: what is
/// wrong, that nothing was changed, what to do.
/// </summary>
public sealed class StorageRefused(string sentence, Exception? cause = null)
    : InvalidOperationException(sentence, cause);

/// <summary>
/// The connection broke while the commit was under way: the change may be stored or not, and only looking tells.
/// </summary>
public sealed class WriteInDoubt(Exception cause)
    : InvalidOperationException("The connection broke while a change was being committed.", cause);
