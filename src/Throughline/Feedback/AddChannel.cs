using Microsoft.EntityFrameworkCore;
using Throughline.Data;
using Throughline.Kernel;
using Throughline.People;

namespace Throughline.Feedback;

/// <summary>Makes an address for one group, so that its answers are counted by it.</summary>
public sealed class AddChannel(ThroughlineDb db) : IUseCase
{
    public sealed record Input(FeedbackRoundId Round, ChannelKind Kind, string? Group);

    /// <summary>Answers the code of the address.</summary>
    public Task<Outcome<string>> Do(Input input, Doing doing, CancellationToken cancel = default) =>
        db.Write<string>(doing, () => Add(input, cancel), cancel);

    private async Task<Outcome<string>> Add(Input input, CancellationToken cancel)
    {
        var group = (input.Group ?? "").Trim();
        if (group.Length is 0 or > FeedbackChannel.GroupLimit)
        {
            return Outcome.Refused(
                group.Length == 0
                    ? FeedbackSentences.EnterAGroup
                    : FeedbackSentences.TooLong(FeedbackChannel.GroupLimit),
                nameof(input.Group)
            );
        }

        if (!await db.Set<FeedbackRound>().AnyAsync(row => row.Id == input.Round, cancel))
        {
            return Outcome.Unknown;
        }

        var channel = new FeedbackChannel
        {
            DistrictId = db.District!.Value,
            Id = Id.New<FeedbackChannelId>(),
            RoundId = input.Round,
            Kind = input.Kind,
            Group = group,
            Code = Secrets.NewCode().ToLowerInvariant(),
        };
        db.Add(channel);
        db.Add(
            new RespondentAddress
            {
                Code = channel.Code,
                District = channel.DistrictId,
                Round = channel.RoundId,
                Channel = channel.Id,
            }
        );
        db.Happened("channel.added", channel);
        return channel.Code;
    }
}
