using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Throughline.Engagement;
using Throughline.Feedback.Opinions;
using Throughline.Feedback.Written;

namespace Throughline.Data;

public static class ThroughlineServices
{
    /// <summary>The context, and every use case and query class of every module.</summary>
    public static IServiceCollection AddThroughline(
        this IServiceCollection services,
        IStorage storage
    )
    {
        services.AddSingleton(storage);
        services.AddDbContext<ThroughlineDb>(storage.Configure);
        foreach (var type in typeof(ThroughlineServices).Assembly.GetTypes().Where(IsService))
        {
            services.AddScoped(type);
        }

        services.AddScoped<INotes>(provider => provider.GetRequiredService<ActivityNotes>());
        services.AddSingleton<LikeMindedCache>();
        return services;
    }

    private static bool IsService(Type type) =>
        type is { IsClass: true, IsAbstract: false }
        && (type.IsAssignableTo(typeof(IUseCase)) || type.IsAssignableTo(typeof(IQueries)));
}
